import type { DemoStop } from './types'

/** The third stop, with registration open. Its city is as announced; speakers and details are invented. */
export const shenzhen = (date: string): DemoStop => ({
  stop: {
    number: 3,
    slug: 'shenzhen',
    city: '深圳',
    cityEn: 'Shenzhen',
    title: '一起AI，交个朋友 · 深圳站',
    titleEn: 'AI together, make a friend · Shenzhen',
    summary:
      '第三站，来深圳。上午到了先认识人，下午听四场分享，边听边抽奖。\n\n场地、奖品、分享和人手，全靠大家支持；来的人只要带上好奇心。',
    summaryEn:
      'The third stop: Shenzhen. Meet people first, then four sessions with prizes drawn in between.\n\nVenue, prizes, talks and hands are all given; all you bring is curiosity.',
    date,
    start: '13:30',
    end: '18:00',
    capacity: 80,
    pigment: 'azurite',
  },
  venue: {
    name: '海边的旧厂房',
    nameEn: 'The old factory by the sea',
    address: '深圳市南山区蛇口示例路 8 号',
    addressEn: '8 Example Road, Shekou, Nanshan, Shenzhen',
    directions: '地铁出来往海的方向走五分钟，看到红色的烟囱就到了。从侧门进，上二楼。',
    coordinates: '22.4850, 113.9180',
  },
  talks: [
    { kind: 'icebreaker', title: '破冰交流', titleEn: 'Icebreaker', minutes: 30, people: [] },
    {
      kind: 'talk',
      title: '一个人的 AI 硬件工作室',
      titleEn: 'An AI hardware studio of one',
      minutes: 40,
      people: [
        {
          name: '林听潮',
          organisation: '潮汐小工坊',
          organisationEn: 'Tide Workshop',
          position: '创始人',
          positionEn: 'Founder',
          confirmed: true,
        },
      ],
      summary: '从一块开发板到第一批三百台，中间踩过的每一个坑。',
      summaryEn: 'From one development board to the first three hundred units, with every mistake on the way.',
    },
    {
      kind: 'talk',
      title: '让方言被听懂',
      titleEn: 'Making dialects understood',
      minutes: 40,
      people: [
        {
          name: 'Mina Okafor',
          organisation: 'Harbour Speech Lab',
          organisationEn: 'Harbour Speech Lab',
          position: '语音研究员',
          positionEn: 'Speech researcher',
          confirmed: true,
        },
        { name: '周一苇', organisation: '独立开发者', organisationEn: 'Independent', position: '', positionEn: '' },
      ],
    },
    { kind: 'break', title: '茶歇', titleEn: 'Tea', minutes: 20, people: [] },
    {
      kind: 'panel',
      title: '圆桌：第一百个用户从哪里来',
      titleEn: 'Panel: where the hundredth user comes from',
      minutes: 45,
      people: [
        {
          name: '许知远舟',
          organisation: '慢船科技',
          organisationEn: 'Slowboat',
          position: '产品',
          positionEn: 'Product',
          role: 'panelist',
          confirmed: true,
        },
        {
          name: '白露',
          organisation: '露天电台',
          organisationEn: 'Open-Air Radio',
          position: '主理人',
          positionEn: 'Host',
          role: 'panelist',
        },
        { name: '高超', role: 'moderator', confirmed: true },
      ],
    },
    {
      kind: 'talk',
      title: '把展览做成一场对话',
      titleEn: 'An exhibition as a conversation',
      minutes: 35,
      people: [
        {
          name: '江采薇',
          organisation: '南岸美术馆',
          organisationEn: 'South Bank Gallery',
          position: '策展人',
          positionEn: 'Curator',
        },
      ],
    },
    { kind: 'raffle', title: '抽奖', titleEn: 'Raffle', minutes: 30, people: [] },
  ],
  sponsors: [
    {
      name: '旧厂房共创社',
      nameEn: 'Old Factory Commons',
      contacts: ['阿厂'],
      gifts: [
        { sort: 'venue', title: '一整天的场地', titleEn: 'The venue for a whole day', quantity: 1, status: 'pledged' },
      ],
    },
    {
      name: '联想YOGA',
      nameEn: 'Lenovo YOGA',
      contacts: ['问号'],
      gifts: [
        { sort: 'prize-thing', title: '双肩包', titleEn: 'Backpack', quantity: 6, status: 'received' },
        { sort: 'prize-thing', title: '雨伞', titleEn: 'Umbrella', quantity: null, status: 'pledged' },
      ],
    },
    {
      name: '潮汐小工坊',
      nameEn: 'Tide Workshop',
      contacts: ['听潮'],
      gifts: [
        {
          sort: 'prize-thing',
          title: '会说话的开发板',
          titleEn: 'A development board that talks',
          quantity: 3,
          status: 'pledged',
        },
      ],
    },
    {
      name: '慢船科技',
      nameEn: 'Slowboat',
      contacts: ['船长'],
      gifts: [
        { sort: 'prize-code', title: '一年会员', titleEn: 'One year of membership', quantity: 20, status: 'asked' },
      ],
    },
    {
      name: '巷口咖啡',
      nameEn: 'Corner Coffee',
      contacts: ['小满'],
      gifts: [{ sort: 'food', title: '茶歇的咖啡', titleEn: 'Coffee for the break', quantity: 80, status: 'pledged' }],
    },
    {
      name: '南岸美术馆',
      nameEn: 'South Bank Gallery',
      contacts: ['采薇'],
      gifts: [
        {
          sort: 'prize-voucher',
          title: '双人门票',
          titleEn: 'Ticket for two',
          quantity: 5,
          admits: 2,
          status: 'draft',
        },
      ],
    },
  ],
  crew: [
    { name: '高超', role: '总负责', shift: '10:00–19:00', leads: true, confirmed: true },
    { name: '夜猫', role: '签到', shift: '12:30–14:30', leads: false, confirmed: true },
    { name: '山冬', role: '摄影', shift: '13:00–18:00', leads: false },
    { name: '小朱', role: '茶歇', shift: '', leads: false },
  ],
  published: true,
})
