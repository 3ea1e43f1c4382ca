import type { GiftSort } from '../schema/gifts'
import type { GiftDraft } from './chat'

const sorts: [RegExp, GiftSort][] = [
  [
    /兑换码|激活码|邀请码|优惠码|折扣码|会员|svip|\bvip\b|月卡|年卡|季卡|额度|积分|token|授权|licen[cs]e|redeem|\bcodes?\b|\bkeys?\b|subscription|credits?\b|membership/i,
    'prize-code',
  ],
  [/门票|入场券|电影票|[^邮发支车]票$|券|代金|礼品卡|购物卡|ticket|voucher|coupon|gift cards?/i, 'prize-voucher'],
  [
    /咨询|辅导|课程|体验课|拍摄|设计服务|一对一|1对1|写真|consult|coaching|mentoring|session|lesson|portrait shoot/i,
    'prize-service',
  ],
  [/场地|会议室|会场|办公室|venue|meeting room|co-?working|\bspace\b/i, 'venue'],
  [
    /茶歇|奶茶|咖啡|零食|点心|披萨|蛋糕|饮料|矿泉水|盒饭|晚餐|午餐|水果|啤酒|pizza|coffee|snacks?|drinks?|lunch|dinner|cake|beer|fruit/i,
    'food',
  ],
  [/志愿者|人手|帮忙的人|helping hands|volunteers?|helpers?/i, 'hands'],
  [/机票|高铁|车票|住宿|酒店|flight|train|hotel|a bed/i, 'travel'],
  [/宣传|推文|公众号头条|转发|直播|newsletter|livestream|repost/i, 'media'],
]

/** What sort of gift a thing sounds like; a thing to hold when nothing else does. */
export const sortGuessed = (what: string): GiftSort => sorts.find(([sounds]) => sounds.test(what))?.[1] ?? 'prize-thing'

const ways: [RegExp, GiftDraft['way']][] = [
  [
    /(?:会后|活动后|结束后|之后|到时候?|稍后)[^,，。]{0,6}(?:发|邮件)|邮件发|发邮件|发邮箱|线上发|电子版|e-?mail|(?:after|later)[^,.]{0,20}(?:send|mail)|send[^,.]{0,30}(?:after|later)/i,
    'mail',
  ],
  [/快递|顺丰|寄|邮过去|包邮|发货|\bship|parcel|courier|by post|\bmail(?:ing)? (?:it|them) over|fedex|dhl/i, 'parcel'],
  [
    /带(?:过|来|去|到|上|着)|现场给|拿过|拎|搬过|当天(?:带|给|拿)|bring|carry|hand (?:it|them) over|on the day/i,
    'brought',
  ],
]

/** How a gift is said to reach us; '' when nobody said. */
export const wayGuessed = (text: string): GiftDraft['way'] => ways.find(([sounds]) => sounds.test(text))?.[1] ?? ''

const names = '([^。；;！!？?\\n]{1,60}?)'
const end = '(?:就行了?|就好了?|就可以了?|就成|即可|就ok|吧|哈|谢谢|哦|~)*\\s*(?=[。；;！!？?\\n]|[,，](?!\\s*\\d)|$)'
const asked: RegExp[] = [
  new RegExp(
    `(?:感谢|致谢|鸣谢|署名|谢谢)(?:名单|里|的时候|那里|栏|处)?(?:请|就|帮忙|麻烦|记得)?(?:写上?|写成|写的?是|署|提一?下?|放|用|填)\\s*(?:一下|的是)?[:：]?\\s*${names}${end}`,
    'i',
  ),
  new RegExp(`(?:感谢名单|致谢名单|感谢|致谢|鸣谢|署名)[:：]\\s*${names}${end}`, 'i'),
  new RegExp(`(?:^|[,，。;；\\n])\\s*(?:要感谢|感谢|谢)(?!大家|你|您|邀请|啦|了|支持|关注)\\s*${names}${end}`, 'i'),
  /(?:please\s+)?(?:thank|credit|mention|thanks (?:should |can )?go to|thanks to|shout-?out to)\s+(?!you|for|so|a lot|everyone)([^.!?\n;]{1,60}?)(?:\s+(?:in the (?:recap|credits|article)|by name|please|for it|is enough|only))*\s*(?=[.!?\n;,]|$)/i,
]

/** Whom a message asks to thank, and the message without that. */
export function thanksIn(text: string): { thanks: string; rest: string } {
  for (const pattern of asked) {
    const found = pattern.exec(text)
    const name = found?.[1]?.replace(/^[“”"「『@\s]+|[“”"」』\s]+$/g, '').trim()
    if (found && name) {
      const rest = `${text.slice(0, found.index)}\n${text.slice(found.index + found[0].length)}`
      return {
        thanks: name
          .split(/\s*(?:,|，|、|和|与|\band\b|&)\s*/i)
          .filter(Boolean)
          .join('、'),
        rest,
      }
    }
  }
  return { thanks: '', rest: text }
}
