import { composeRecap, escapeMarkdown } from '@/lib/recap/rules/compose'
import { recapMarkdown } from '@/lib/recap/rules/markdown'
import { leftUnthanked } from '@/lib/recap/rules/unthanked'
import { shanghai } from '../support/shanghai'
import { expect, test } from '../support/test'

const markdownOf = (data: ReturnType<typeof shanghai>, locale: 'zh' | 'en') =>
  recapMarkdown(composeRecap(data, locale), locale)

test('the Shanghai article comes in the order the tour tells its stops', () => {
  const article = composeRecap(shanghai(), 'zh')
  expect(article.sections.map(({ id }) => id)).toEqual([
    'opening',
    'crew',
    'icebreaker',
    'sessions',
    'raffle',
    'thanks',
    'closing',
  ])
  const sessions = article.sections[3]?.blocks.map((block) => block.kind === 'session' && block.session.number)
  expect(sessions).toEqual([1, 2, 3, 4, 5, 6])
})

test('every prize stands beside its sponsor, with the number only where one was stated', () => {
  const text = markdownOf(shanghai(), 'zh')
  for (const line of [
    '- 小浣熊抱枕 · 10 份 — 商汤科技',
    '- 定制扑克牌 · 5 份 — 同花顺',
    '- 双肩包 — 联想YOGA',
    '- 永恒笔 — 联想YOGA',
    '- 魔音工坊 SVIP 一年 · 兑换码 — 出门问问',
    '- 双人门票 · 每份可供 2 人使用 — 三体·引力之外',
  ]) {
    expect(text).toContain(line)
  }
})

test('people are thanked by name and by what they gave', () => {
  const text = markdownOf(shanghai(), 'zh')
  expect(text).toContain('- Pixverse的Ruby、Jaden：上海新总部')
  expect(text).toContain('- 联想YOGA的问号（每一站都在）：双肩包、雨伞、高迪联名礼盒、永恒笔')
  expect(text).toContain('**总控**\n\n- 高超')
  expect(text).toContain('- 夜猫、居居、冬琴、April、山冬、小朱、葛女士、闫总、陆哥')
})

test('it ends with the next stop, by date and city, as each language writes it', () => {
  expect(markdownOf(shanghai(), 'zh')).toContain('**下一站：深圳 · 2024年5月25日**')
  expect(markdownOf(shanghai(), 'en')).toContain('**Next stop: Shenzhen · 25 May 2024**')
  const last = shanghai({ stops: shanghai().stops.slice(0, 2) })
  expect(markdownOf(last, 'zh')).toContain('下一站定了，第一时间告诉大家')
})

test('what was written replaces the generated sentence in its own language only', () => {
  const written = {
    ...nothingWritten,
    headline: '上海，我们又见面了',
    openingEn: 'It rained, and everybody came.',
  }
  const zh = markdownOf(shanghai({ written }), 'zh')
  const en = markdownOf(shanghai({ written }), 'en')
  expect(zh).toContain('# 上海，我们又见面了')
  expect(zh).toContain('来到第 2 站，上海。从北京一路走来')
  expect(en).toContain('# Stop 2, Shanghai: 6 sessions, 10 prizes')
  expect(en).toContain('It rained, and everybody came.')
})

test('what a talk left behind is told in its own form', () => {
  const [icebreaker, first, second, third, ...rest] = shanghai().talks
  if (!icebreaker || !first || !second || !third) throw new Error('the programme is too short')
  const note = { version: 1, body: '', bodyEn: null, highlightsEn: null }
  const talks = [
    icebreaker,
    {
      ...first,
      note: { ...note, body: '从选曲到成片。', highlightKind: 'questions' as const, highlights: '贵吗？\n难吗？' },
    },
    { ...second, note: { ...note, highlightKind: 'promise' as const, highlights: '三到六个月做出 Sora' } },
    { ...third, note: { ...note, highlightKind: 'consensus' as const, highlights: '场景+AI，而不是AI+场景' } },
    ...rest,
  ]
  const text = markdownOf(shanghai({ talks }), 'zh')
  expect(text).toContain('从选曲到成片。\n\n**现场的提问**\n\n- 贵吗？\n- 难吗？')
  expect(text).toContain('**当场立下的承诺**\n\n> 三到六个月做出 Sora')
  expect(text).toContain('**聊完的共识**\n\n> 场景+AI，而不是AI+场景')
})

test('nobody of the Shanghai stop is left unthanked, in either language', () => {
  for (const locale of ['zh', 'en'] as const) {
    expect(leftUnthanked(shanghai(), locale, markdownOf(shanghai(), locale))).toEqual([])
  }
})

test('whoever would be left out is listed, with why', () => {
  const { gifts, talks, crew } = shanghai()
  const cases = [
    [
      { gifts: gifts.map((gift, at) => (at === 1 ? { ...gift, thanks: [] } : gift)) },
      'no-contact',
      '商汤科技 · 小浣熊抱枕',
    ],
    [
      { gifts: gifts.map((gift, at) => (at === 1 ? { ...gift, status: 'pledged' as const } : gift)) },
      'not-received',
      '商汤科技 · 小浣熊抱枕',
    ],
    [
      { gifts: gifts.map((gift, at) => (at === 1 ? { ...gift, status: 'received' as const } : gift)) },
      'not-told',
      '商汤科技 · 小浣熊抱枕',
    ],
    [{ gifts: gifts.slice(1) }, 'no-host', 'Pixverse 上海新总部'],
    [
      { talks: talks.map((talk) => (talk.title === 'AI影视商业化探索之路' ? { ...talk, people: [] } : talk)) },
      'no-people',
      'AI影视商业化探索之路',
    ],
    [{ crew: crew.map((one) => ({ ...one, leads: false })) }, 'no-lead', ''],
    [{ crew: [] }, 'no-crew', ''],
  ] as const
  for (const [change, why, what] of cases) {
    const data = shanghai(change as Partial<ReturnType<typeof shanghai>>)
    const found = leftUnthanked(data, 'zh', markdownOf(data, 'zh'))
    expect(found.map((one) => [one.why, one.what])).toEqual([[why, what]])
  }
})

test('a name that the text has lost is missed', () => {
  const text = markdownOf(shanghai(), 'zh').replaceAll('鲜虾包', '')
  expect(leftUnthanked(shanghai(), 'zh', text)).toEqual([{ why: 'not-named', what: '鲜虾包', id: null }])
})

test('names and titles cannot become Markdown or HTML', () => {
  expect(escapeMarkdown('<b>*[a](b)_`#')).toBe('\\<b\\>\\*\\[a\\](b)\\_\\`\\#')
  const hostile = shanghai({ crew: [{ id: '1', name: '](javascript:1) *x*', leads: true }] })
  expect(markdownOf(hostile, 'zh')).toContain('- \\](javascript:1) \\*x\\*')
  expect(leftUnthanked(hostile, 'zh', markdownOf(hostile, 'zh'))).toEqual([])
})

const nothingWritten = {
  version: 1,
  publishedAt: null,
  headline: '',
  headlineEn: null,
  opening: '',
  openingEn: null,
  icebreaker: '',
  icebreakerEn: null,
  raffle: '',
  raffleEn: null,
  closing: '',
  closingEn: null,
}
