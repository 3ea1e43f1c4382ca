/** An uploaded picture as pages show it: its random name, the size of its largest file in px, what it looks like. */
export type PictureRef = {
  name: string
  fallback: string
  width: number
  height: number
  /** The box of what is drawn, in shares of width and height, and the share of the box that is covered. */
  inkLeft: number
  inkTop: number
  inkWidth: number
  inkHeight: number
  inkShare: number
}

/** The longest sides in px in which every picture is kept as WebP; what was smaller stays as it was. */
export const pictureSizes = [320, 640, 1280] as const
type PictureSize = (typeof pictureSizes)[number]

/** Most bytes and most pixels of a picture that is sent to us. */
export const mostPictureBytes = 5 * 1024 * 1024
export const mostPicturePixels = 16_000_000

/** What may be sent: the list for a file field. HEIC phones then send JPEG by themselves. */
export const pictureTypes = 'image/jpeg,image/png,image/webp'

/** The names of all files of a picture. */
export const pictureFiles = ({ name, fallback }: { name: string; fallback: string }): string[] => [
  ...pictureSizes.map((size) => sizedFile(name, size)),
  `${name}.${fallback}`,
]

export const sizedFile = (name: string, size: PictureSize): string => `${name}-${size}.webp`

const place = (file: string) => `/api/media/${file}`

/** The address of the file that everything can show: JPEG, or PNG where something is see-through. */
export const pictureAddress = ({ name, fallback }: Pick<PictureRef, 'name' | 'fallback'>): string =>
  place(`${name}.${fallback}`)

/** The WebP files with their widths, as `srcset` wants them. */
export function pictureSet({ name, width, height }: Pick<PictureRef, 'name' | 'width' | 'height'>): string {
  const longest = Math.max(width, height)
  const widths = pictureSizes.map((size) => [size, Math.round((width * Math.min(size, longest)) / longest)] as const)
  const useful = widths.filter(([, px], index) => index === 0 || px > (widths[index - 1]?.[1] ?? 0))
  return useful.map(([size, px]) => `${place(sizedFile(name, size))} ${px}w`).join(', ')
}

/** The type of a kept file by its ending. */
export const typeOfFile = (file: string): string =>
  ({ webp: 'image/webp', png: 'image/png' })[file.split('.').at(-1) ?? ''] ?? 'image/jpeg'

/** Could this be the name of one of our files? Saves a look-up, and a walk outside of the folder, for anything else. */
export const isPictureFile = (file: string): boolean => /^[0-9a-f]{32}(-(320|640|1280)\.webp|\.(jpg|png))$/.test(file)
