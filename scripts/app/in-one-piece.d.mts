export const FROM_INPUT: string[]
export function inOnePiece(file: string, known?: Record<string, string>): Promise<string>
