import { Choice, TextArea, TextField } from '@/components/form/fields'
import { Disclosure } from '@/components/ui/disclosure'
import type { Audience } from '@/lib/messages/schema'
import { type Locale, words } from '@/lib/words/load'

type Letter = { audience: Audience; subject: string; subjectEn: string | null; text: string; textEn: string | null }
type Props = { counts: [Audience, number][]; letter?: Letter; locale: Locale }

/** To whom, and what: each group with how many would really get it. */
export function LetterFields({ counts, letter, locale }: Props) {
  const t = words(locale, 'messages')
  return (
    <>
      <Choice
        name="audience"
        label={t('mailing.audience')}
        required
        defaultValue={letter?.audience ?? 'confirmed'}
        options={counts.map(
          ([audience, count]) =>
            [audience, t('mailing.audienceCount', { audience: t(`mailing.audiences.${audience}`), count })] as const,
        )}
      />
      <TextField name="subject" label={t('mailing.subject')} required maxLength={120} defaultValue={letter?.subject} />
      <TextArea
        name="text"
        label={t('mailing.text')}
        hint={t('mailing.textHint')}
        required
        rows={9}
        defaultValue={letter?.text}
      />
      <Disclosure summary={t('mailing.english')} open={Boolean(letter?.textEn || letter?.subjectEn)}>
        <div className="flex flex-col gap-5" lang="en">
          <TextField
            name="subjectEn"
            label={t('mailing.subjectEn')}
            maxLength={120}
            defaultValue={letter?.subjectEn ?? ''}
          />
          <TextArea name="textEn" label={t('mailing.textEn')} rows={9} defaultValue={letter?.textEn ?? ''} />
        </div>
      </Disclosure>
    </>
  )
}
