import 'server-only'
import { config } from '@/lib/config'
import { change } from '@/lib/database/change'
import { database } from '@/lib/database/client'
import { mayBother, putInOutbox } from '@/lib/mail/outbox'
import { inLanguage } from '@/lib/values/language'
import { hashSecret } from '@/lib/values/secret'
import { newUuid } from '@/lib/values/uuid'
import { type Locale, words } from '@/lib/words/load'
import { ended, type LinkKind, linkPath, makeLink } from '../holder'
import { type SystemJob, systemJob } from '../scope'

/**
 * Sends a new link in place of a revoked or expired one, to the address on file and nowhere else, however it was asked for. Does
 * nothing for an unknown secret, for somebody who is off the list, has no e-mail address, or was written to three times
 * within the hour. Answers nothing, so that nobody learns which of these it was.
 */
export async function sendLinkAgain(
  _job: SystemJob,
  { secret, locale }: { secret: string; locale: Locale },
): Promise<void> {
  const link = await endedLinkWithOwner(secret)
  const to = link && ownerOf(link)
  if (!link || !to?.email) return
  const { email, name, kind, subjectId } = to
  const { seriesId, eventId, event } = link
  await change(systemJob({ seriesId, eventId }), {}, async (tx, record) => {
    const heard = await mayBother(tx, email)
    record('link.asked-again', subjectId, { sent: heard })
    if (!heard) return
    const t = words(locale, 'site')
    const values = {
      name,
      city: inLanguage(locale, event.city, event.cityEn),
      organizer: event.series.organizerName,
      link: '{link}',
    }
    await putInOutbox(tx, {
      kind: 'link-again',
      rank: 'access',
      dedupeKey: newUuid(),
      locale,
      recipient: email,
      recipientName: name,
      subject: t('guestNotFound.mail.subject', values),
      text: t('guestNotFound.mail.text', values),
      link: config().SITE_URL + linkPath(kind, await makeLink(tx, kind, { seriesId, eventId, subjectId })),
      seriesId,
      eventId,
    })
  })
}

const person = { id: true, name: true, email: true, removedAt: true } as const

const endedLinkWithOwner = (secret: string) =>
  database().secretLink.findUnique({
    where: { tokenHash: hashSecret(secret), ...ended(), event: { removedAt: null } },
    select: {
      seriesId: true,
      eventId: true,
      event: { select: { city: true, cityEn: true, series: { select: { organizerName: true } } } },
      registration: { select: { id: true, name: true, contactKind: true, contact: true, status: true } },
      contact: { select: { ...person, sponsor: { select: { removedAt: true } } } },
      speaker: { select: person },
      volunteer: { select: person },
    },
  })

type Ended = NonNullable<Awaited<ReturnType<typeof endedLinkWithOwner>>>
type Owner = { kind: LinkKind; subjectId: string; name: string; email: string | null }

/** Whose link it was, while they are still on the list. */
function ownerOf({ registration, contact, speaker, volunteer }: Ended): Owner | null {
  if (registration) {
    const { id, name, contactKind, contact: email, status } = registration
    const live = ['pending', 'confirmed', 'waitlisted'].includes(status) && !email.startsWith('erased:')
    return live && contactKind === 'email' ? { kind: 'ticket', subjectId: id, name, email } : null
  }
  if (contact?.sponsor.removedAt) return null
  const kind = contact ? 'desk' : speaker ? 'speaker' : 'crew'
  const found = contact ?? speaker ?? volunteer
  return found && !found.removedAt ? { kind, subjectId: found.id, name: found.name, email: found.email } : null
}
