import { keep, readKept } from '@/lib/media/files/kept'
import { type DisplayFont, displayFont } from './display-font'

/** Makes the font of one name and keeps it under its own name; meant for the moment an event is saved. */
export async function keepDisplayFont(text: string, folder: string): Promise<DisplayFont | null> {
  const font = await displayFont(text)
  if (font && !(await readKept(folder, font.name))) await keep(folder, font.name, font.bytes)
  return font
}

/** The bytes of a kept font; null for a name never kept, or no name of ours at all. */
export function readDisplayFont(name: string, folder: string): Promise<Buffer | null> {
  return name.endsWith('.woff2') ? readKept(folder, name) : Promise.resolve(null)
}
