import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { MenuCopy, MenuLink, MenuLinks, OnlyInWeChat } from '../../menu'
import { absolute } from '../../meta'
import { pictureAddress } from '../../poster'
import { pageOf, type Shown } from './shown'

/** The system's own share sheet where there is one; otherwise the link to copy and the posters. */
export async function Share(shown: Shown) {
  const { stop, locale } = shown
  const t = await getTranslations('public')
  const address = absolute(pageOf(shown))
  return (
    <details data-menu="" name="menu" className="relative">
      <summary
        data-share={address}
        className={classes(buttonClass({ look: 'line' }), 'min-h-12 list-none [&::-webkit-details-marker]:hidden')}
      >
        {t('share.open')}
      </summary>
      <div className="absolute bottom-full left-0 mb-3 w-72 max-w-[calc(100vw-2rem)] rounded-md border border-ink bg-card px-4 py-1">
        <OnlyInWeChat className="border-b border-rule py-3 text-[0.9375rem]">{t('share.wechat')}</OnlyInWeChat>
        <MenuLinks>
          <MenuCopy text={address} copied={t('share.copied')}>
            {t('share.copy')}
          </MenuCopy>
          <MenuLink href={pictureAddress(stop, 'tall', locale)} away>
            {t('share.poster')}
          </MenuLink>
          <MenuLink href={pictureAddress(stop, 'square', locale)} away>
            {t('share.square')}
          </MenuLink>
          <MenuLink href={pictureAddress(stop, 'a3', locale)} away notInWeChat>
            {t('share.printed')}
          </MenuLink>
        </MenuLinks>
      </div>
    </details>
  )
}
