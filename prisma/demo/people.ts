/** Invented people for the demo's registrations; addresses under example.com only. */
const families = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜'
const given = [
  '子涵',
  '雨桐',
  '一诺',
  '浩然',
  '思远',
  '晓雯',
  '明哲',
  '若溪',
  '嘉宁',
  '知行',
  '安然',
  '佳怡',
  '文博',
  '梓轩',
  '清越',
  '书遥',
]
const latin = ['Ada Lindqvist', 'Bruno Castillo', 'Chiara Moretti', 'Devi Raman', 'Emeka Obi', 'Freya Holm']

/** The n-th invented attendee: a name and an address that belong together; every ninth has a Latin name. */
export function attendee(n: number): { name: string; contact: string } {
  if (n % 9 === 8) {
    const name = latin[Math.floor(n / 9) % latin.length] ?? 'Ada Lindqvist'
    return { name, contact: `${name.toLowerCase().replace(' ', '.')}.${n}@example.com` }
  }
  const name = `${families[(n * 7) % families.length]}${given[(n * 5 + Math.floor(n / families.length)) % given.length]}`
  return {
    name,
    contact: n % 4 === 3 ? `+8613800${String(100_000 + n * 137).padStart(6, '0')}` : `guest.${n}@example.com`,
  }
}
