import { type PictureRef, pictureAddress, pictureSet } from '@/lib/values/picture'
import { classes } from './classes'

type Props = {
  picture: PictureRef
  /** What is on it; empty where the words beside it say so already. */
  alt: string
  /** How wide it is shown, as CSS says it: `(min-width: 640px) 20rem, 100vw`. */
  sizes: string
  className?: string
  eager?: boolean
}

/** An uploaded picture: WebP in the size that fits, JPEG or PNG for what shows no WebP; its place is kept while it loads. */
export function Photo({ picture, alt, sizes, className, eager }: Props) {
  return (
    <picture className="contents">
      {/* Hidden, or a row would leave a gap for it. */}
      <source className="hidden" type="image/webp" srcSet={pictureSet(picture)} sizes={sizes} />
      <img
        src={pictureAddress(picture)}
        alt={alt}
        width={picture.width}
        height={picture.height}
        loading={eager ? undefined : 'lazy'}
        decoding="async"
        className={classes('h-auto max-w-full', className)}
      />
    </picture>
  )
}
