import account from './zh/account.json' with { type: 'json' }
import ballot from './zh/ballot.json' with { type: 'json' }
import checkin from './zh/checkin.json' with { type: 'json' }
import draws from './zh/draws.json' with { type: 'json' }
import entry from './zh/entry.json' with { type: 'json' }
import events from './zh/events.json' with { type: 'json' }
import form from './zh/form.json' with { type: 'json' }
import guests from './zh/guests.json' with { type: 'json' }
import hat from './zh/hat.json' with { type: 'json' }
import imports from './zh/imports.json' with { type: 'json' }
import media from './zh/media.json' with { type: 'json' }
import messages from './zh/messages.json' with { type: 'json' }
import needs from './zh/needs.json' with { type: 'json' }
import people from './zh/people.json' with { type: 'json' }
import prizes from './zh/prizes.json' with { type: 'json' }
import program from './zh/program.json' with { type: 'json' }
import publicWords from './zh/public.json' with { type: 'json' }
import recap from './zh/recap.json' with { type: 'json' }
import registration from './zh/registration.json' with { type: 'json' }
import reports from './zh/reports.json' with { type: 'json' }
import series from './zh/series.json' with { type: 'json' }
import site from './zh/site.json' with { type: 'json' }
import sponsors from './zh/sponsors.json' with { type: 'json' }
import stage from './zh/stage.json' with { type: 'json' }
import thanks from './zh/thanks.json' with { type: 'json' }
import tiers from './zh/tiers.json' with { type: 'json' }
import tour from './zh/tour.json' with { type: 'json' }
import verify from './zh/verify.json' with { type: 'json' }
import volunteers from './zh/volunteers.json' with { type: 'json' }

export default {
  account,
  ballot,
  checkin,
  draws,
  entry,
  events,
  form,
  guests,
  hat,
  media,
  imports,
  messages,
  needs,
  people,
  prizes,
  program,
  public: publicWords,
  recap,
  registration,
  reports,
  series,
  site,
  sponsors,
  stage,
  thanks,
  tiers,
  tour,
  verify,
  volunteers,
}
