import type { RecapData, RecapGift, RecapTalk } from '@/lib/recap/rules/data'
import type { GiftSort } from '@/lib/sponsors/schema/gifts'

/** The Shanghai stop of 16 March 2024 as its organiser told it: what every part must be able to hold unbent. */
export const givers: {
  sponsor: string
  sponsorEn: string | null
  contacts: string[]
  gifts: { title: string; sort: GiftSort; quantity: number | null; admits?: number }[]
}[] = [
  {
    sponsor: 'Pixverse',
    sponsorEn: null,
    contacts: ['Ruby', 'Jaden'],
    gifts: [{ title: '上海新总部', sort: 'venue', quantity: null }],
  },
  {
    sponsor: '商汤科技',
    sponsorEn: 'SenseTime',
    contacts: ['虎哥'],
    gifts: [{ title: '小浣熊抱枕', sort: 'prize-thing', quantity: 10 }],
  },
  {
    sponsor: '同花顺',
    sponsorEn: 'Hithink RoyalFlush',
    contacts: ['鲜虾包'],
    gifts: [{ title: '定制扑克牌', sort: 'prize-thing', quantity: 5 }],
  },
  {
    sponsor: '联想YOGA',
    sponsorEn: 'Lenovo YOGA',
    contacts: ['问号'],
    gifts: ['双肩包', '雨伞', '高迪联名礼盒', '永恒笔'].map((title) => ({
      title,
      sort: 'prize-thing',
      quantity: null,
    })),
  },
  {
    sponsor: '出门问问',
    sponsorEn: 'Mobvoi',
    contacts: ['Jessy'],
    gifts: [
      { title: '魔音工坊 SVIP 一年', sort: 'prize-code', quantity: null },
      { title: 'TicWatch Pro X', sort: 'prize-thing', quantity: null },
    ],
  },
  {
    sponsor: '极客公园',
    sponsorEn: 'GeekPark',
    contacts: ['Juuudy'],
    gifts: [{ title: 'AR眼镜', sort: 'prize-thing', quantity: null }],
  },
  {
    sponsor: '三体·引力之外',
    sponsorEn: null,
    contacts: ['钱小麦'],
    gifts: [{ title: '双人门票', sort: 'prize-voucher', quantity: null, admits: 2 }],
  },
]

export const crew = ['高超', '夜猫', '居居', '冬琴', 'April', '山冬', '小朱', '葛女士', '闫总', '陆哥']

export const sessions: { kind: 'talk' | 'panel'; title: string; people: [string, string, string][] }[] = [
  {
    kind: 'talk',
    title: '央视春晚AI舞蹈全流程拆解',
    people: [
      ['海辛', '', ''],
      ['Simon阿文', '', ''],
    ],
  },
  { kind: 'talk', title: '超拟人大模型和个性化场景化的AI服务', people: [['Cara', '智谱AI', 'product & strategy']] },
  {
    kind: 'panel',
    title: '一个好的AI产品应该怎么做？',
    people: [
      ['廖虎', '商汤科技', '项目总监'],
      ['韩愉畅', '同花顺', 'B端产品负责人'],
      ['陆路', '上海人工智能实验室', '医疗产品研究员'],
    ],
  },
  { kind: 'talk', title: 'AI影视商业化探索之路', people: [['闲人一坤', '', '']] },
  { kind: 'talk', title: '一个AIGCER的悲观论调', people: [['汗青', 'AI.Talk', '']] },
  { kind: 'talk', title: 'AI工具如何助力创作者', people: [['Jaden', 'Pixverse', '联合创始人']] },
]

/** The same as the recap's own data, without a database. */
export function shanghai(change: Partial<RecapData> = {}): RecapData {
  return {
    series: { name: '一起AI，交个朋友', nameEn: 'AI together, make a friend', organizerName: '数字生命卡兹克' },
    event: stop(2, '上海', 'Shanghai', '2024-03-16'),
    stops: [
      stop(1, '北京', 'Beijing', '2024-01-06'),
      stop(2, '上海', 'Shanghai', '2024-03-16'),
      stop(3, '深圳', 'Shenzhen', '2024-05-25'),
    ],
    venue: { name: 'Pixverse 上海新总部', nameEn: null },
    talks: [
      talk('icebreaker', '破冰交流', []),
      ...sessions.map((one) => talk(one.kind, one.title, one.people)),
      talk('raffle', '抽奖', []),
    ],
    gifts: givers.flatMap((giver) => giver.gifts.map((gift) => given(giver, gift))),
    crew: crew.map((name, index) => ({ id: name, name, leads: index === 0 })),
    written: null,
    ...change,
  }
}

const stop = (number: number, city: string, cityEn: string, day: string) => ({
  id: city,
  number,
  city,
  cityEn,
  startsAt: `${day}T05:00:00.000Z`,
  timeZone: 'Asia/Shanghai',
})

const talk = (kind: RecapTalk['kind'], title: string, people: [string, string, string][]): RecapTalk => ({
  id: title,
  kind,
  title,
  titleEn: null,
  note: null,
  people: people.map(([name, organisation, position]) => ({
    name,
    organisation,
    organisationEn: null,
    position,
    positionEn: null,
    role: kind === 'panel' ? 'panelist' : 'speaker',
  })),
})

function given(giver: (typeof givers)[number], gift: (typeof givers)[number]['gifts'][number]): RecapGift {
  const prizeKind = gift.sort.startsWith('prize-') ? gift.sort.slice(6) : null
  return {
    id: gift.title,
    kind: prizeKind ? 'prize' : (gift.sort as RecapGift['kind']),
    status: 'thanked',
    title: gift.title,
    titleEn: null,
    quantity: gift.quantity,
    prize: prizeKind ? { kind: prizeKind as 'thing' | 'code' | 'voucher' | 'service', admits: gift.admits ?? 1 } : null,
    sponsor: {
      id: giver.sponsor,
      kind: 'organisation',
      name: giver.sponsor,
      nameEn: giver.sponsorEn,
      everyStop: giver.sponsor === '联想YOGA',
    },
    thanks: giver.contacts,
  }
}
