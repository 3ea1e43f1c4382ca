import { amountOf, chineseNumber } from '@/lib/sponsors/rules/amount'
import { draftsIn, type GiftDraft } from '@/lib/sponsors/rules/chat'
import { expect, test } from '../support/test'

/** A message, the gifts in it as `title × quantity` (? for unstated) with a sort where it is not a thing, the way, whom to thank. */
type Case = [message: string, gifts: string[], way?: GiftDraft['way'], thanks?: string]

const told = ({ title, quantity, sort }: GiftDraft) =>
  `${title} × ${quantity ?? '?'}${sort === 'prize-thing' ? '' : ` ${sort.replace('prize-', '')}`}`

const chinese: Case[] = [
  [
    '我们出10个小浣熊抱枕和5副定制扑克牌，快递过去，感谢写虎哥就行',
    ['小浣熊抱枕 × 10', '定制扑克牌 × 5'],
    'parcel',
    '虎哥',
  ],
  ['我们赞助十个小浣熊抱枕', ['小浣熊抱枕 × 10']],
  ['可以提供二十五份定制扑克牌，当天带过去', ['定制扑克牌 × 25'], 'brought'],
  ['我这边出两个AR眼镜', ['AR眼镜 × 2']],
  ['雨伞若干，现场带过来', ['雨伞 × ?'], 'brought'],
  ['我们提供双肩包、雨伞、高迪联名礼盒和永恒笔若干', ['双肩包 × ?', '雨伞 × ?', '高迪联名礼盒 × ?', '永恒笔 × ?']],
  ['魔音工坊SVIP年卡20张，会后发兑换码，感谢写Jessy', ['魔音工坊SVIP年卡 × 20 code'], 'mail', 'Jessy'],
  ['TicWatch Pro X 一台', ['TicWatch Pro X × 1']],
  ['送3张双人门票，致谢写钱小麦就好', ['双人门票 × 3 voucher'], '', '钱小麦'],
  ['抱枕x10', ['抱枕 × 10']],
  ['抱枕*10，扑克牌*5', ['抱枕 × 10', '扑克牌 × 5']],
  ['抱枕 × 10', ['抱枕 × 10']],
  ['10x抱枕', ['抱枕 × 10']],
  ['你好，我们想赞助50本书，顺丰寄', ['书 × 50'], 'parcel'],
  ['我司可提供100个帆布袋', ['帆布袋 × 100']],
  ['一百二十个徽章', ['徽章 × 120']],
  ['两百五十个徽章', ['徽章 × 250']],
  ['我们出１０个抱枕', ['抱枕 × 10']],
  ['出1,000张贴纸', ['贴纸 × 1000']],
  ['一些贴纸，带过去', ['贴纸 × ?'], 'brought'],
  ['我们准备了几个键盘', ['键盘 × ?']],
  ['我们准备了十几个键盘', ['键盘 × ?']],
  ['给大家送30杯奶茶', ['奶茶 × 30 food']],
  ['我们可以出场地', ['场地 × ? venue']],
  ['提供一间会议室', ['会议室 × 1 venue']],
  ['能出5个志愿者', ['志愿者 × 5 hands']],
  ['出5个兑换码，邮件发', ['兑换码 × 5 code'], 'mail'],
  ['赞助200元代金券10张', ['200元代金券 × 10 voucher']],
  ['我们有3次一对一咨询', ['一对一咨询 × 3 service']],
  ['我们送10份一对一咨询', ['一对一咨询 × 10 service']],
  ['抱枕10个，扑克牌5副，感谢：虎哥、鲜虾包', ['抱枕 × 10', '扑克牌 × 5'], '', '虎哥、鲜虾包'],
  ['鸣谢写联想的问号即可。双肩包8个', ['双肩包 × 8'], '', '联想的问号'],
  ['1. 抱枕10个\n2. 扑克牌5副\n3. 雨伞若干', ['抱枕 × 10', '扑克牌 × 5', '雨伞 × ?']],
  ['- 抱枕10个\n- 扑克牌5副', ['抱枕 × 10', '扑克牌 × 5']],
  ['我们出10个抱枕，外加5副扑克牌', ['抱枕 × 10', '扑克牌 × 5']],
  ['10个抱枕+5副扑克牌', ['抱枕 × 10', '扑克牌 × 5']],
  ['10个抱枕还有5副扑克牌', ['抱枕 × 10', '扑克牌 × 5']],
  ['AR眼镜（2副）', ['AR眼镜 × 2']],
  ['奖品：AR眼镜2副', ['AR眼镜 × 2']],
  ['好的，没问题，我们出2台投影仪，快递', ['投影仪 × 2'], 'parcel'],
  ['我们出10把伞、5支笔', ['伞 × 10', '笔 × 5']],
  ['那我们再出10个抱枕吧', ['抱枕 × 10']],
  ['我们大概出20个公仔', ['公仔 × 20']],
  ['公仔大概20个左右', ['公仔 × 20']],
  ['出0个抱枕', ['抱枕 × ?']],
  ['出99999个抱枕', ['抱枕 × ?']],
  ['你好', []],
  ['谢谢邀请，这次来不了', []],
  ['地址发我一下', []],
  ['什么时候要？', []],
  ['<script>alert(1)</script>', []],
  ['', []],
]

const english: Case[] = [
  [
    'We can give 10 raccoon pillows and 5 decks of playing cards, shipped by courier. Please thank Tiger.',
    ['raccoon pillows × 10', 'playing cards × 5'],
    'parcel',
    'Tiger',
  ],
  ['We will bring ten backpacks', ['backpacks × 10'], 'brought'],
  ["I'd like to donate two AR glasses", ['AR glasses × 2']],
  ['some umbrellas, we bring them on the day', ['umbrellas × ?'], 'brought'],
  ['We offer 20 redeem codes, emailed after the event', ['redeem codes × 20 code'], 'mail'],
  ['Sponsoring 3 tickets for two', ['tickets for two × 3 voucher']],
  ['a smartwatch', ['smartwatch × 1']],
  ['10 x pillows, 5 x umbrellas', ['pillows × 10', 'umbrellas × 5']],
  ['Hi! We can provide 50 stickers', ['stickers × 50']],
  ['We can provide a venue', ['venue × 1 venue']],
  ['A few keyboards from us', ['keyboards from us × ?']],
  ['We have 4 pizzas for the event', ['pizzas × 4 food']],
  [
    'We donate 12 books. Credit Ada Lindqvist and Bruno Castillo please',
    ['books × 12'],
    '',
    'Ada Lindqvist、Bruno Castillo',
  ],
  ['Sorry, not this time', []],
  ['Thank you for asking!', []],
  ['When do you need it?', []],
]

for (const [name, cases] of Object.entries({ chinese, english })) {
  for (const [message, gifts, way = '', thanks = ''] of cases) {
    test(`${name} chat: ${message.slice(0, 60) || 'nothing'}`, () => {
      const drafts = draftsIn(message)
      expect(drafts.map(told)).toEqual(gifts)
      for (const draft of drafts) expect([draft.way, draft.thanks]).toEqual([way, thanks])
    })
  }
}

test('there are sixty messages at least', () => {
  expect(chinese.length + english.length).toBeGreaterThanOrEqual(60)
})

test('a ticket for two says so; what nobody counted is not counted for them', () => {
  expect(draftsIn('送3张双人门票')[0]).toMatchObject({ admits: 2 })
  expect(draftsIn('雨伞若干')[0]?.quantity).toBeNull()
})

test('numbers are read as people say them', () => {
  for (const [text, number] of [
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['二十五', 25],
    ['一百', 100],
    ['一百零五', 105],
    ['两百五', 250],
    ['一百二十', 120],
    ['一千零一', 1001],
    ['两千', 2000],
    ['一万', 10_000],
    ['三千五', 3500],
    ['俩', 2],
    ['零', 0],
  ] as const) {
    expect(chineseNumber(text), text).toBe(number)
  }
  expect(chineseNumber('抱枕')).toBeNull()
  expect([amountOf('1,000'), amountOf('twelve'), amountOf('0'), amountOf('10001'), amountOf('几')]).toEqual([
    1000,
    12,
    null,
    null,
    null,
  ])
})

test('a long message of anything is read in no time', () => {
  const began = performance.now()
  for (const text of [
    '个'.repeat(4000),
    '我们出'.repeat(1300),
    '10'.repeat(2000),
    '感谢写'.repeat(1300),
    'we '.repeat(1300),
    'x10 '.repeat(1000),
  ]) {
    draftsIn(text)
  }
  expect(performance.now() - began).toBeLessThan(3_000)
})
