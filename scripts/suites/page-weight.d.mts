export function zipped(paths: string[]): number
export function frameworkScripts(): number
