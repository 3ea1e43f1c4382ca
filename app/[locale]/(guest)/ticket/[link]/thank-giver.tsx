import { ActionForm } from '@/components/form/action-form'
import { TextArea, Tick } from '@/components/form/fields'
import { PictureField } from '@/components/form/picture-field'
import { Disclosure } from '@/components/ui/disclosure'
import type { TicketHolder } from '@/lib/people/holder'
import { listMyThanks, type MyThanks } from '@/lib/recap/queries/winner-thanks'
import { inLanguage } from '@/lib/values/language'
import { type Locale, words } from '@/lib/words/load'
import { thankGiver } from './actions'

type Props = { holder: TicketHolder; name: string; locale: Locale }

/** For each prize that was won: a word, a photo or one's name to whoever gave it, each only if the winner likes to. */
export async function ThankGivers({ holder, name, locale }: Props) {
  const won = await listMyThanks(holder)
  return won.map((win) => <ThankGiver key={win.id} win={win} link={holder.linkId} name={name} locale={locale} />)
}

function ThankGiver({ win, link, name, locale }: { win: MyThanks; link: string; name: string; locale: Locale }) {
  const t = words(locale, 'reports')
  const { sponsor, thanks } = win
  const giver = inLanguage(locale, sponsor.name, sponsor.nameEn)
  const title = inLanguage(locale, win.title, win.titleEn)
  return (
    <section className="mt-6 border-b border-rule pb-4">
      {thanks && <p className="mb-2 font-medium text-good">✓ {t('thank.told', { giver })}</p>}
      <Disclosure
        summary={t(thanks ? 'thank.change' : 'thank.open', { giver })}
        label={t('thank.openFor', { giver, title })}
        look="line"
      >
        <p className="mb-4">{t('thank.lead', { giver })}</p>
        {win.winnersAskedAt && <p className="mb-4">{t('thank.asked', { giver })}</p>}
        <ActionForm action={thankGiver} hidden={{ link, win: win.id }} submit={t('thank.submit')}>
          <TextArea
            name="words"
            label={t('thank.words')}
            hint={t('thank.wordsHint')}
            rows={3}
            maxLength={300}
            defaultValue={thanks?.words}
          />
          <PictureField
            name="photo"
            label={t('thank.photo')}
            hint={t('thank.photoHint')}
            current={thanks?.photo ?? null}
            alt={title}
          />
          <Tick name="tellName" label={t('thank.name', { name })} defaultChecked={Boolean(thanks?.nameToldAt)} />
        </ActionForm>
      </Disclosure>
    </section>
  )
}
