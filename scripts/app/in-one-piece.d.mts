export const FROM_INPUT: string[]
export function inOnePiece(file: string): Promise<string>
