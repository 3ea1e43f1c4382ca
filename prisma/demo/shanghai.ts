import type { DemoStop } from './types'

/**
 * The Shanghai stop of 16 March 2024: what really happened at one stop of one tour, from its organiser's public recap.
 * Facts, names and titles are as they were; the sentences around them are ours; contacts' addresses are invented.
 */
export const shanghai: DemoStop = {
  stop: {
    number: 2,
    slug: 'shanghai',
    city: '上海',
    cityEn: 'Shanghai',
    title: '一起AI，交个朋友 · 上海站',
    titleEn: 'AI together, make a friend · Shanghai',
    summary: '六场分享、一下午的抽奖，和一屋子愿意聊 AI 的朋友。场地、奖品、嘉宾和人手，全靠大家支持。',
    summaryEn:
      'Six sessions, an afternoon of raffle and a room full of people who like to talk about AI. Venue, prizes, speakers and hands: all of it given.',
    date: '2024-03-16',
    start: '13:00',
    end: '18:30',
    capacity: 200,
    pigment: 'cinnabar',
  },
  venue: {
    name: 'Pixverse 上海新总部',
    nameEn: "Pixverse's new Shanghai headquarters",
    address: '上海市',
    addressEn: 'Shanghai',
    directions: '新总部还没正式搬进来，先借给我们用。',
    coordinates: '',
  },
  talks: [
    { kind: 'icebreaker', title: '破冰交流', titleEn: 'Icebreaker', minutes: 30, people: [] },
    {
      kind: 'talk',
      title: '《央视春晚AI舞蹈全流程拆解》',
      titleEn: "How the AI dance of CCTV's Spring Festival Gala was made, step by step",
      minutes: 45,
      people: [{ name: '海辛' }, { name: 'Simon阿文' }],
      note: '两位主创从头到尾拆开讲：一支上春晚的 AI 舞蹈，每一步是怎么做出来的。',
      noteEn: 'Its two makers took the whole thing apart: how an AI dance got from an idea to the gala stage.',
    },
    {
      kind: 'talk',
      title: '《超拟人大模型和个性化场景化的AI服务》',
      titleEn: 'Human-like large models, and AI services that fit the person and the moment',
      minutes: 40,
      people: [
        {
          name: 'Cara',
          organisation: '智谱AI',
          organisationEn: 'Zhipu AI',
          position: '产品与战略',
          positionEn: 'Product and strategy',
        },
      ],
      note: '借着聆心智能，聊超拟人大模型怎么落到具体的人和具体的场景里。',
      noteEn:
        'With Lingxin Intelligence as the example: how a human-like model is fitted to one person and one moment.',
    },
    {
      kind: 'panel',
      title: '《一个好的AI产品应该怎么做？》',
      titleEn: 'How should a good AI product be made?',
      minutes: 45,
      people: [
        {
          name: '廖虎',
          organisation: '商汤科技',
          organisationEn: 'SenseTime',
          position: '数字文娱事业部 项目总监',
          positionEn: 'Project director, digital entertainment division',
        },
        {
          name: '韩愉畅',
          organisation: '同花顺',
          organisationEn: 'Hithink RoyalFlush',
          position: 'B 端产品负责人',
          positionEn: 'B-side product lead',
        },
        {
          name: '陆路',
          organisation: '上海人工智能实验室',
          organisationEn: 'Shanghai AI Laboratory',
          position: '医疗产品研究员',
          positionEn: 'Medical product researcher',
        },
      ],
      note: '小小的讨论：做文娱的、做金融的、做医疗的坐在一起，说各自怎么判断一个 AI 产品好不好。',
      noteEn:
        'A small panel: entertainment, finance and medicine at one table, each on how they tell a good AI product.',
      highlight: { kind: 'consensus', lines: '场景+AI，而不是AI+场景', linesEn: 'Scene + AI, not AI + scene' },
    },
    {
      kind: 'talk',
      title: '《AI影视商业化探索之路》',
      titleEn: 'Finding a business in AI film',
      minutes: 40,
      people: [{ name: '闲人一坤', position: '影视行业二十年', positionEn: '20 years in film' }],
      note: '在影视行业二十年的人，讲 AI 影视怎么一步步走到能做成生意。',
      noteEn: 'Somebody with twenty years in film on how AI film turns, step by step, into work that pays.',
    },
    {
      kind: 'talk',
      title: '《一个AIGCER的悲观论调》',
      titleEn: 'The pessimism of an AIGC maker',
      minutes: 35,
      people: [{ name: '汗青', organisation: 'AI.Talk', organisationEn: 'AI.Talk' }],
      note: '标题叫悲观，问的却都是认真做事的人才会问的问题。现场把问题一个个摆了出来。',
      noteEn: 'The title says pessimism; what came were the questions that only people who mean it ask.',
      highlight: {
        kind: 'questions',
        lines: '工具越来越快，创作者还剩下什么？\n谁来为 AI 作品买单？',
        linesEn: 'When the tools get faster and faster, what is left to the maker?\nWho pays for what AI makes?',
      },
    },
    {
      kind: 'talk',
      title: '《AI工具如何助力创作者》',
      titleEn: 'How AI tools help people who make things',
      minutes: 35,
      people: [
        {
          name: 'Jaden',
          organisation: 'Pixverse',
          organisationEn: 'Pixverse',
          position: '联合创始人',
          positionEn: 'Co-founder',
        },
      ],
      note: '场地的主人自己上台，讲他们的工具想帮创作者做到什么。',
      noteEn: 'The host of the venue took the stage himself: what their tool wants to do for makers.',
      highlight: { kind: 'promise', lines: '3 到 6 个月，复现 Sora', linesEn: 'Rebuild Sora in three to six months' },
    },
    { kind: 'raffle', title: '抽奖（贯穿全场）', titleEn: 'The raffle, all afternoon long', minutes: 30, people: [] },
  ],
  sponsors: [
    {
      name: 'Pixverse',
      contacts: ['Ruby', 'Jaden'],
      gifts: [
        {
          sort: 'venue',
          status: 'thanked',
          title: '上海新总部的场地',
          titleEn: 'The new Shanghai headquarters as venue',
          quantity: 1,
          need: '能坐两百人的场地',
        },
      ],
    },
    {
      name: '商汤科技',
      nameEn: 'SenseTime',
      contacts: ['虎哥'],
      gifts: [
        {
          sort: 'prize-thing',
          status: 'thanked',
          title: '小浣熊抱枕',
          titleEn: 'Raccoon pillow',
          quantity: 10,
          need: '抽奖的奖品',
        },
      ],
    },
    {
      name: '同花顺',
      nameEn: 'Hithink RoyalFlush',
      contacts: ['鲜虾包'],
      gifts: [
        {
          sort: 'prize-thing',
          status: 'thanked',
          title: '定制扑克牌',
          titleEn: 'Custom playing cards',
          quantity: 5,
          need: '抽奖的奖品',
        },
      ],
    },
    {
      name: '联想YOGA',
      nameEn: 'Lenovo YOGA',
      blurb: '每一站都在的赞助方',
      blurbEn: 'A sponsor at every stop',
      contacts: ['问号'],
      gifts: [
        { sort: 'prize-thing', status: 'thanked', title: '双肩包', titleEn: 'Backpack', quantity: null },
        { sort: 'prize-thing', status: 'thanked', title: '雨伞', titleEn: 'Umbrella', quantity: null },
        { sort: 'prize-thing', status: 'thanked', title: '高迪联名礼盒', titleEn: 'Gaudí gift box', quantity: null },
        { sort: 'prize-thing', status: 'thanked', title: '永恒笔', titleEn: 'Everlasting pen', quantity: null },
      ],
    },
    {
      name: '出门问问',
      nameEn: 'Mobvoi',
      contacts: ['Jessy'],
      gifts: [
        {
          sort: 'prize-code',
          status: 'thanked',
          title: '魔音工坊 SVIP 一年',
          titleEn: 'Moyin Workshop SVIP, one year',
          quantity: null,
        },
        { sort: 'prize-thing', status: 'thanked', title: 'TicWatch Pro X', titleEn: 'TicWatch Pro X', quantity: null },
      ],
    },
    {
      name: '极客公园',
      nameEn: 'GeekPark',
      contacts: ['Juuudy'],
      gifts: [{ sort: 'prize-thing', status: 'thanked', title: 'AR眼镜', titleEn: 'AR glasses', quantity: null }],
    },
    {
      name: '三体·引力之外',
      nameEn: 'Three-Body: Beyond Gravity (immersive show)',
      contacts: ['钱小麦'],
      gifts: [
        {
          sort: 'prize-voucher',
          status: 'thanked',
          admits: 2,
          title: '双人门票',
          titleEn: 'Ticket for two',
          quantity: null,
        },
      ],
    },
  ],
  crew: [
    { name: '高超', role: '总负责', leads: true },
    ...['夜猫', '居居', '冬琴', 'April', '山冬', '小朱', '葛女士', '闫总', '陆哥'].map((name) => ({
      name,
      role: '',
      leads: false,
    })),
  ],
  needs: [
    { sort: 'venue', title: '能坐两百人的场地', titleEn: 'A venue for two hundred', quantity: 1 },
    { sort: 'prize-thing', title: '抽奖的奖品', titleEn: 'Prizes for the raffle', quantity: 15 },
  ],
  thanked: true,
  published: true,
  recap: {
    opening: '第一站在北京，第二站来了上海。还是那句话：一起 AI，交个朋友。',
    openingEn:
      'Beijing was the first stop; the second came to Shanghai. The idea has not changed: AI together, make a friend.',
  },
}
