import { sql } from './database'

/** Common family names, the commonest first, and characters of given names, with their pinyin. */
const families =
  '王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 吴wu 周zhou 徐xu 孙sun 马ma 朱zhu 胡hu 郭guo 何he 林lin 高gao 罗luo 郑zheng 梁liang 谢xie 宋song 唐tang 许xu 韩han 冯feng 邓deng 曹cao 彭peng 曾zeng 肖xiao 田tian 董dong 潘pan 袁yuan 蔡cai 蒋jiang 余yu'
const given =
  '子zi 宇yu 浩hao 轩xuan 梓zi 涵han 欣xin 怡yi 思si 远yuan 若ruo 溪xi 明ming 哲zhe 嘉jia 琪qi 诗shi 雨yu 晨chen 曦xi 一yi 诺nuo 俊jun 杰jie 安an 然ran 语yu 桐tong 博bo 文wen 雪xue 晴qing 建jian 国guo 秀xiu 英ying 小xiao 芳fang 志zhi 强qiang'

const split = (list: string, part: RegExp) => list.split(' ').map((word) => word.replace(part, ''))
const letters = /[a-z]+/
const hans = /\P{ASCII}+/u

/**
 * Fills an event with so many guests by one statement: family names as common as in life, every tenth confirmed, most
 * in the queue, every third by phone; and five of the same rare name among them, wherever one looks.
 */
export async function fillEvent(url: string, eventId: string, count: number): Promise<void> {
  await sql(url, 'ALTER TABLE registrations DISABLE TRIGGER USER')
  await sql(
    url,
    `INSERT INTO registrations (event_id, id, status, name, contact_kind, contact, search_text, locale, ticket_code,
      waitlist_position, request_key, created_at, confirmed_at)
    SELECT $1::uuid, (lpad(to_hex(1790000000000 + n), 12, '0') || '70008000' || lpad(to_hex(n), 12, '0'))::uuid,
      status::registration_status, name, kind::contact_kind, contact,
      pinyin || ' ' || name || ' ' || initials || ' ' || given || ' ' || CASE kind WHEN 'phone' THEN right(contact, 4) ELSE split_part(contact, '@', 2) END,
      'zh', upper(lpad(to_hex(n), 6, '0')), CASE status WHEN 'waitlisted' THEN n END, gen_random_uuid(),
      '2026-10-01'::timestamptz + n * interval '100 milliseconds', CASE status WHEN 'confirmed' THEN now() END
    FROM (
      SELECT n, CASE n % 10 WHEN 0 THEN 'confirmed' WHEN 1 THEN 'pending' WHEN 2 THEN 'cancelled' ELSE 'waitlisted' END AS status,
        CASE WHEN rare THEN '欧阳清越' ELSE f.han || g.han || h.han END AS name,
        CASE WHEN rare THEN 'ouyangqingyue' ELSE f.latin || g.latin || h.latin END AS pinyin,
        CASE WHEN rare THEN 'oyqy' ELSE left(f.latin, 1) || left(g.latin, 1) || left(h.latin, 1) END AS initials,
        CASE WHEN rare THEN 'yangqingyue' ELSE g.latin || h.latin END AS given,
        CASE n % 3 WHEN 0 THEN 'phone' ELSE 'email' END AS kind,
        CASE n % 3 WHEN 0 THEN '+861' || lpad(((n::bigint * 7919) % 10000000000)::text, 10, '0')
          ELSE 'guest' || n || '@' || CASE n % 7 WHEN 1 THEN 'mail.example.org' ELSE 'example.com' END END AS contact
      FROM (SELECT n, n % ($2::int / 5) = 7 AS rare, hashint4(n)::bigint + 2147483648 AS h FROM generate_series(1, $2::int) n) numbers,
      LATERAL (SELECT $3::text[] AS fh, $4::text[] AS fl, $5::text[] AS gh, $6::text[] AS gl) lists,
      LATERAL (SELECT floor(40 * power((h % 10007) / 10007.0, 2))::int + 1 AS k) skewed,
      LATERAL (SELECT fh[k] AS han, fl[k] AS latin) f,
      LATERAL (SELECT gh[(h / 11 % 40)::int + 1] AS han, gl[(h / 11 % 40)::int + 1] AS latin) g,
      LATERAL (SELECT gh[(h / 977 % 40)::int + 1] AS han, gl[(h / 977 % 40)::int + 1] AS latin) h
    ) guests`,
    [eventId, count, split(families, letters), split(families, hans), split(given, letters), split(given, hans)],
  )
  await sql(url, 'ALTER TABLE registrations ENABLE TRIGGER USER')
  await sql(
    url,
    `WITH counts AS (SELECT status, count(*)::int AS total FROM registrations WHERE event_id = $1::uuid GROUP BY status),
      kept AS (INSERT INTO registration_counts SELECT $1::uuid, status, total FROM counts),
      blocks AS (INSERT INTO waitlist_counts (event_id, size, block, waiting)
        SELECT $1::uuid, size, waitlist_position / size, count(*) FROM registrations, (VALUES (256), (16384)) sizes(size)
        WHERE event_id = $1::uuid AND status = 'waitlisted' GROUP BY 2, 3)
    UPDATE events SET waitlist_last = $2::int, capacity = 100000,
      confirmed_count = (SELECT total FROM counts WHERE status = 'confirmed') WHERE id = $1::uuid`,
    [eventId, count],
  )
}
