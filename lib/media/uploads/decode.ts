import sharp, { type Sharp } from 'sharp'
import { mostPictureBytes, mostPicturePixels } from '@/lib/values/picture'
import { refuse } from '@/lib/values/refusal'

// Only these are ever opened, whatever a file says it is; the drawings of our own posters come in as SVG from memory.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadSvgBuffer',
  ],
})

const MEGA = 1_000_000
/** A picture that takes longer than this to open was made to. */
const patience = 10

/**
 * Opens what somebody sent, upright, without anything that is not the picture itself (place, camera, comments, what hangs
 * behind its end). Dimensions are read from the header before a single pixel is: a picture that would unpack to gigabytes
 * costs nothing. Refuses `media.too-heavy`, `media.not-a-picture`, `media.too-large`, `media.broken`.
 */
export async function openPicture(bytes: Buffer): Promise<Sharp> {
  if (bytes.length > mostPictureBytes) refuse('media.too-heavy', { values: { most: 5 } })
  const format = formatOf(bytes)
  if (!format) refuse('media.not-a-picture')
  // Unlimited here, so that the answer can say how large it is; nothing is unpacked for it.
  const { width, height, ...told } = await header(bytes)
  if (told.format !== format) refuse('media.not-a-picture')
  if (width * height > mostPicturePixels) {
    refuse('media.too-large', { values: { mega: Math.round((width * height) / MEGA), most: mostPicturePixels / MEGA } })
  }
  return sharp(bytes, { limitInputPixels: mostPicturePixels, failOn: 'truncated', pages: 1 })
    .timeout({ seconds: patience })
    .autoOrient()
    .toColourspace('srgb')
}

/** What a file is by its first bytes, among what is taken; null for everything else. */
export function formatOf(bytes: Uint8Array): 'jpeg' | 'png' | 'webp' | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 12))
  if (head.length < 12) return null
  if (head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg'
  if (head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'png'
  const riff = head.toString('latin1')
  return riff.startsWith('RIFF') && riff.slice(8) === 'WEBP' ? 'webp' : null
}

async function header(bytes: Buffer) {
  try {
    return await sharp(bytes, { limitInputPixels: false, pages: 1 }).metadata()
  } catch {
    return refuse('media.broken')
  }
}
