import type { GiftSort } from '../schema/gifts'
import { amountOf, englishNumeral, numeral, unstated } from './amount'
import { sortGuessed, thanksIn, wayGuessed } from './chat-words'

/** A gift as a chat message seems to say it; every field is there to be corrected. */
export type GiftDraft = {
  sort: GiftSort
  title: string
  /** Null: not stated. Never guessed. */
  quantity: number | null
  admits: number | null
  /** What was said of how it reaches us. */
  way: '' | 'brought' | 'parcel' | 'mail'
  thanks: string
}

const most = 12
const measures =
  '人次|次|个|只|件|套|副|把|支|枝|本|盒|箱|包|袋|张|份|台|部|块|条|双|对|瓶|罐|杯|顶|枚|名|位|组|款|样|束|提|串|幅|册|副牌|桶|座|间|颗|听|朵|排'
const verbs =
  '(?:(?:我们?|咱们?|本公司|我司|我方|俺们?|这边|公司|团队|工作室)+(?:这边|公司|团队|这次|这回|家|自己|个人|也|就|先|再)*)?(?:(?:可以|可|能|愿意|想|打算|准备|会|要|来|也|再|另外|还|这次|一共|总共|大概|大约|差不多|到时候?|应该|考虑)+)?(?:提供|赞助|赠送|捐赠|支持|贡献|拿出|准备|带|寄|送|出|给|捐|发|有|拿)(?:一下|了|过去|过来|上|出)?(?:大概|大约|差不多|共|一共|总共)?'
const said = new RegExp(`^(?:(?:给|为)(?:大家|你们|现场|朋友们))?(?:${verbs})`)
const englishSaid =
  /^(?:(?:hi|hello|hey|ok|okay|sure|yes|great|happy to help|sounds good)[\s,!.]*)*(?:(?:we|i)(?:['’](?:ll|d|ve|m|re))?\s+)?(?:(?:will|can|could|would|may|might|want|like|love|plan|are|am|is|be|to|also|happy|glad|able|going|just)\s+)*(?:giv(?:e|ing)|offer(?:ing)?|bring(?:ing)?|donat(?:e|ing)|sponsor(?:ing)?|provid(?:e|ing)|send(?:ing)?|ship(?:ping)?|contribut(?:e|ing)|have|got|add(?:ing)?|put(?:ting)? (?:up|in)|throw(?:ing)? in|chip(?:ping)? in(?: with)?|mail(?:ing)?)\s+(?:you\s+|over\s+|along\s+)?/i

/** The gifts that a message seems to offer, Chinese or English, in its order; none when it offers none. */
export function draftsIn(message: string): GiftDraft[] {
  const text = message
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .slice(0, 4_000)
  const { thanks, rest } = thanksIn(text)
  const drafts: GiftDraft[] = []
  for (const clause of rest.split(/[。；;！!？?\n]+|,(?!\d{3})|\.(?=\s|$)/)) {
    for (const item of itemsIn(clause)) {
      const way = wayGuessed(clause)
      drafts.push({ ...item, way, thanks })
    }
  }
  // How it comes is often said once, in a sentence of its own.
  const all = wayGuessed(rest)
  return drafts.slice(0, most).map((draft) => ({ ...draft, way: draft.way || all }))
}

type Item = Pick<GiftDraft, 'sort' | 'title' | 'quantity' | 'admits'>

function itemsIn(clause: string): Item[] {
  const parts = clause.split(
    /、|\+|&|以及|还有|外加|加上|另外|\band\b|\bplus\b|和(?=[^\s])|(?<=[个只件套副把支本盒张份台条双瓶枚])跟/i,
  )
  const read = parts.map((part) => ({ part, item: itemOf(part) }))
  const offers = read.some(({ item }) => item?.counted) || said.test(clause.trim()) || englishSaid.test(clause.trim())
  if (!offers) return []
  return read.flatMap(({ item }) => {
    if (!item || !/\p{Script=Han}|..$/u.test(item.title) || nothing.test(item.title)) return []
    const { counted: _counted, ...rest } = item
    return [rest]
  })
}

const english = '(?:(?:pairs?|sets?|boxes|packs?|pieces?|copies|decks?|bags?)\\s+of\\s+)?'
/** Not a thing, but one said before. */
const nothing = /^(?:them|it|those|these|that|this|everything|all|他们|它们|这些|那些)\b/i

const before = new RegExp(
  `^(?:(?<u>${unstated})\\s*(?:${measures})?|(?<n>${numeral})\\s*(?:(?:${measures})(?:\\s*x\\s*)?|[x×*]\\s*|\\s)?${english}|(?<e>\\b(?:${englishNumeral})\\b)\\s+${english})\\s*(?<what>.+)$`,
  'i',
)
const after = new RegExp(
  `^(?<what>.+?)\\s*[(:：]?\\s*(?:(?:各|共|一共|总共|大概|大约)?(?:[x×*]\\s*(?<x>${numeral})|(?<n>${numeral})\\s*(?:${measures}|pcs|pieces)|(?<u>${unstated})\\s*(?:${measures})?))(?:左右|吧|哈|呢)?[)]?$`,
  'i',
)

function itemOf(part: string): (Item & { counted: boolean }) | null {
  const plain = bare(part)
  if (plain === '') return null
  const found = after.exec(plain)?.groups ?? before.exec(plain)?.groups
  const what = bare(found?.what ?? plain)
  const number = found?.n ?? found?.x ?? found?.e
  const sort = sortGuessed(what)
  return {
    title: [...what].slice(0, 80).join('').trim(),
    quantity: number === undefined ? null : amountOf(number),
    sort,
    admits: /双人|两人|2人|for two|for 2\b/i.test(what) && sort === 'prize-voucher' ? 2 : null,
    counted: found !== undefined,
  }
}

/** A piece of a sentence without what is said around the thing: who gives it, how it comes, the manners. */
function bare(part: string): string {
  let text = part.trim()
  for (let last = ''; last !== text; ) {
    last = text
    text = text
      .replace(
        /^(?:你好|您好|哈喽|嗨|hi|hello|hey|好的|可以的|没问题|行|嗯|那|然后|就|的话|奖品|礼品|还|再|也|另外|以及|和|also|the|our|of)(?:[\s,:~]+|(?=[^\sa-z]))/i,
        '',
      )
      .replace(said, '')
      .replace(englishSaid, '')
      .replace(/(?:作为|当|做|用来做)?(?:抽奖)?(?:奖品|礼品|礼物|抽奖)(?:吧|哈|用)?$/, '')
      .replace(
        /(?:给大家|给你们|给到?场的?朋友们?|为大家|现场抽|抽奖用|as (?:a )?prizes?|for (?:the )?(?:raffle|draw|meetup|event|attendees|everyone|you|your \w+))$/i,
        '',
      )
      .replace(/(?:快递|顺丰|邮寄|寄|带|送|拿|发)(?:过去|过来|到现场|到|给你们?|来|去)?(?:吧|哈)?$/, '')
      .replace(/(?:,|:|~|\.|\s|吧|哈|呢|哦|啊|呀|哟|了)+$/, '')
      .replace(/^(?:是|有|的|,|:|-|•|·|\d{1,2}[.)]\s|\s)+/, '')
      .trim()
  }
  return text
}
