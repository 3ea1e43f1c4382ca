/** A table of sponsors as tours really keep them: 516 rows, the same for every run (mulberry32 with a fixed seed). */
export const messyRows = 516

const next = (() => {
  let state = 20_240_316
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
})()
const one = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T

/** Numbers in the manner of ten countries; invented, in ranges nobody is called by or of example length. */
export const phones = [
  '138 0013 8000',
  '+86 138-0013-8001',
  '+852 5550 0123',
  '+886 900 000 123',
  '+65 8000 0123',
  '+1 (202) 555-0123',
  '+44 7700 900123',
  '+49 1512 3456789',
  '+81 90-0000-0123',
  '+33 6 00 00 01 23',
  '+61 491 570 156',
]
const quantities = [
  '10个',
  '若干',
  '2箱×12',
  '１０',
  '约50份',
  '5-10',
  '',
  '三十套',
  '60 个',
  '20 pcs',
  '待定',
  '一些',
  '12000',
  '半车',
]
const things = [
  '帆布袋',
  '会员兑换码',
  '双人门票',
  '咖啡券',
  '充电宝',
  '茶歇咖啡',
  '摄影一下午',
  'AR眼镜',
  '  贴纸包 ',
  '定制\u3000水杯',
]
const names = ['小张', '李四', 'Robin', '问号', '王　敏', 'Zoë', '鲜虾包', 'O’Neil']

const spaced = (text: string) =>
  one([
    text,
    ` ${text}`,
    `${text}　`,
    text.replace(/[A-Za-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
    `${text} `,
  ])

function contactCell(n: number): string {
  const name = one(names)
  const phone = phones[n % phones.length]
  return one([
    `${name} ${phone}`,
    `${name}（微信：wx_${n}aa）`,
    `${name} ${phone} / ${one(names)}2 someone${n}@example.com`,
    `someone${n}@example.com`,
    `联系人：${name}，电话：${phone}`,
    `${name} ${phone} 转 ${n}`,
    '',
  ])
}

/** The table as it would be pasted from a spreadsheet. */
export function messyTable(): string {
  const rows = Array.from({ length: messyRows - 1 }, (_, n) => {
    const sponsor = n % 97 === 13 ? '' : spaced(`${one(['Example', '示例', '某某'])}科技${n % 170}`)
    return [
      sponsor,
      one(things),
      one(quantities),
      contactCell(n),
      one(['快递', '当天带来', '']),
      one(['', '=HYPERLINK("x")', '<script>alert(1)</script>']),
    ]
  })
  const head = ['赞助方', '奖品', '数量', '联系人', '怎么给到', '备注']
  return [head, ...rows, rows[0] as string[]].map((row) => row.join('\t')).join('\n')
}
