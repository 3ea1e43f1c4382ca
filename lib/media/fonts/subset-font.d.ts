declare module 'subset-font' {
  /** Keeps only the glyphs of the text; reads and writes TrueType, WOFF and WOFF2. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: 'sfnt' | 'woff' | 'woff2' },
  ): Promise<Buffer>
}
