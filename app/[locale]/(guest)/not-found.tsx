import { getTranslations } from 'next-intl/server'

/** A link that does not open: unknown, revoked, or opened on another device. It says so kindly. */
export default async function LinkNotFound() {
  const t = await getTranslations('site.guestNotFound')
  return (
    <div className="flex flex-col gap-4 py-16">
      <p aria-hidden="true" className="flex items-center">
        <span className="h-2 w-24 rounded-l-full bg-pigment" />
        <span className="size-7 rounded-full border-[6px] border-rule" />
      </p>
      <h1 className="text-2xl font-bold">{t('title')}</h1>
      <p className="text-muted">{t('lead')}</p>
    </div>
  )
}
