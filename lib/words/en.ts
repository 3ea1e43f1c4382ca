import account from './en/account.json'
import checkin from './en/checkin.json'
import events from './en/events.json'
import form from './en/form.json'
import messages from './en/messages.json'
import people from './en/people.json'
import prizes from './en/prizes.json'
import program from './en/program.json'
import publicWords from './en/public.json'
import recap from './en/recap.json'
import registration from './en/registration.json'
import series from './en/series.json'
import site from './en/site.json'
import sponsors from './en/sponsors.json'
import stage from './en/stage.json'
import tour from './en/tour.json'
import volunteers from './en/volunteers.json'

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
