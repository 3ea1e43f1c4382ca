import account from './en/account.json' with { type: 'json' }
import ballot from './en/ballot.json' with { type: 'json' }
import checkin from './en/checkin.json' with { type: 'json' }
import draws from './en/draws.json' with { type: 'json' }
import entry from './en/entry.json' with { type: 'json' }
import events from './en/events.json' with { type: 'json' }
import form from './en/form.json' with { type: 'json' }
import guests from './en/guests.json' with { type: 'json' }
import hat from './en/hat.json' with { type: 'json' }
import imports from './en/imports.json' with { type: 'json' }
import media from './en/media.json' with { type: 'json' }
import messages from './en/messages.json' with { type: 'json' }
import needs from './en/needs.json' with { type: 'json' }
import people from './en/people.json' with { type: 'json' }
import prizes from './en/prizes.json' with { type: 'json' }
import program from './en/program.json' with { type: 'json' }
import publicWords from './en/public.json' with { type: 'json' }
import recap from './en/recap.json' with { type: 'json' }
import registration from './en/registration.json' with { type: 'json' }
import reports from './en/reports.json' with { type: 'json' }
import series from './en/series.json' with { type: 'json' }
import site from './en/site.json' with { type: 'json' }
import sponsors from './en/sponsors.json' with { type: 'json' }
import stage from './en/stage.json' with { type: 'json' }
import thanks from './en/thanks.json' with { type: 'json' }
import tiers from './en/tiers.json' with { type: 'json' }
import tour from './en/tour.json' with { type: 'json' }
import verify from './en/verify.json' with { type: 'json' }
import volunteers from './en/volunteers.json' with { type: 'json' }

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
