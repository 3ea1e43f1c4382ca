import { createRequire } from 'node:module'

/** Path of Next's command line program. */
export const nextProgram = () => createRequire(import.meta.url).resolve('next/dist/bin/next')
