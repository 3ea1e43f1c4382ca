import { opticalSize } from '@/lib/values/optical'
import type { PictureRef } from '@/lib/values/picture'
import { Photo } from './photo'

/** A sponsor's logo, on paper of its own so that it reads by day and by night; it says the name. */
export function Logo({ picture, name }: { picture: PictureRef; name: string }) {
  return (
    <span className="inline-flex items-center rounded-md bg-[#fffdf8] px-3 py-2">
      <span className="inline-block" style={{ width: `${opticalSize(picture).width}px` }}>
        <Photo picture={picture} alt={name} sizes="10rem" className="h-auto w-full" />
      </span>
    </span>
  )
}
