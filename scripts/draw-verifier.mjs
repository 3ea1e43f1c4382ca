// npm run draw:verifier: makes public/verify from the code that draws. What it makes is checked in and tested.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { build, transform } from 'esbuild'
import { inRoot } from './machine/places.mjs'

const bundled = async (name, format) => {
  const { outputFiles } = await build({
    entryPoints: [inRoot(`scripts/verifier/${name}.ts`)],
    bundle: true,
    minify: true,
    write: false,
    charset: 'utf8',
    format,
    target: ['es2022', 'safari15'],
    ...(format === 'iife' ? { globalName: 'hat1' } : {}),
    legalComments: 'inline',
  })
  return outputFiles[0].text
}

/** The files of public/verify by name. */
export async function verifierFiles() {
  const page = readFileSync(inRoot('scripts/verifier/page.html'), 'utf8')
  const css = readFileSync(inRoot('app/[locale]/(public)/[series]/[event]/draw/check.css'), 'utf8')
  const { code: style } = await transform(css, { loader: 'css', minify: true, target: 'safari15' })
  const code = (await bundled('offline', 'iife')).replaceAll('</script', '<\\/script')
  const html = page.replace('/*style*/', () => style).replace('/*code*/', () => code)
  return { 'hat1.html': html, 'check.js': await bundled('entry', 'esm') }
}

if (process.argv[1] === import.meta.filename) {
  mkdirSync(inRoot('public/verify'), { recursive: true })
  for (const [name, text] of Object.entries(await verifierFiles())) {
    writeFileSync(inRoot(`public/verify/${name}`), text)
    console.log(`public/verify/${name}: ${Math.ceil(Buffer.byteLength(text) / 1024)} kB`)
  }
}
