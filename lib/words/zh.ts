import account from './zh/account.json'
import checkin from './zh/checkin.json'
import events from './zh/events.json'
import form from './zh/form.json'
import messages from './zh/messages.json'
import people from './zh/people.json'
import prizes from './zh/prizes.json'
import program from './zh/program.json'
import publicWords from './zh/public.json'
import recap from './zh/recap.json'
import registration from './zh/registration.json'
import series from './zh/series.json'
import site from './zh/site.json'
import sponsors from './zh/sponsors.json'
import stage from './zh/stage.json'
import tour from './zh/tour.json'
import volunteers from './zh/volunteers.json'

export default {
  account,
  checkin,
  events,
  form,
  messages,
  people,
  prizes,
  program,
  public: publicWords,
  recap,
  registration,
  series,
  site,
  sponsors,
  stage,
  tour,
  volunteers,
}
