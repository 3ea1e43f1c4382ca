export function identity(pid?: number): string
export function lives(identity: string): boolean
export function commandOf(pid: number): string | null
