/** A headline in which a number stays with the word it counts: 10 样奖品, 第 2 站, 10 prizes. */
export const bound = (text: string): string => text.replace(/(?<=\p{Script=Han}) (?=\d)|(?<=\d) (?=\p{L})/gu, '\u00a0')
