/** A place as people write it; coordinates, when known, are WGS 84 (what phones measure). */
export type Place = { name: string; address: string; city: string; latitude: number | null; longitude: number | null }
type MapName = 'amap' | 'baidu' | 'tencent' | 'apple' | 'google'

const links: Record<MapName, (place: Place) => string> = {
  amap: (place) =>
    at(place)
      ? url('https://uri.amap.com/marker', {
          position: lngLat(place),
          name: place.name,
          coordinate: 'wgs84',
          callnative: '1',
        })
      : url('https://uri.amap.com/search', { keyword: wordsOf(place), city: place.city, callnative: '1' }),
  baidu: (place) =>
    at(place)
      ? url('https://api.map.baidu.com/marker', {
          location: latLng(place),
          title: place.name,
          content: place.address || place.name,
          coord_type: 'wgs84',
          output: 'html',
          src: 'webapp.nextstop',
        })
      : url('https://api.map.baidu.com/place/search', {
          query: wordsOf(place),
          region: place.city,
          output: 'html',
          src: 'webapp.nextstop',
        }),
  tencent: (place) =>
    at(place)
      ? url('https://apis.map.qq.com/uri/v1/marker', {
          marker: `coord:${latLng(place)};title:${plain(place.name)};addr:${plain(place.address || place.name)}`,
          coord_type: '1',
          referer: 'nextstop',
        })
      : url('https://apis.map.qq.com/uri/v1/search', {
          keyword: wordsOf(place),
          region: place.city,
          referer: 'nextstop',
        }),
  apple: (place) =>
    url(
      'https://maps.apple.com/',
      at(place) ? { ll: latLng(place), q: place.name } : { q: `${wordsOf(place)} ${place.city}` },
    ),
  google: (place) =>
    url('https://www.google.com/maps/search/', {
      api: '1',
      query: at(place) ? latLng(place) : `${wordsOf(place)} ${place.city}`,
    }),
}

const chinese = new Set(['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Chongqing', 'Asia/Harbin', 'Asia/Kashgar', 'PRC'])

/**
 * Links to a place on five maps, the ones that work best there first: in mainland China the maps of the country (for
 * readers of English those with English names), elsewhere Google's and Apple's.
 */
export function mapLinks(place: Place, zone: string, locale: string): { name: MapName; href: string }[] {
  const order: MapName[] = !chinese.has(zone)
    ? ['google', 'apple', 'amap', 'baidu', 'tencent']
    : locale === 'zh'
      ? ['amap', 'baidu', 'tencent', 'apple', 'google']
      : ['apple', 'amap', 'baidu', 'tencent', 'google']
  return order.map((name) => ({ name, href: links[name](place) }))
}

const at = (place: Place) => place.latitude !== null && place.longitude !== null
const latLng = (place: Place) => `${place.latitude},${place.longitude}`
const lngLat = (place: Place) => `${place.longitude},${place.latitude}`
/** What to search for; the address says more than the name. */
const wordsOf = (place: Place) => [place.address, place.name].filter(Boolean).join(' ')
// The marker parameter has a small grammar of its own.
const plain = (text: string) => text.replace(/[;:|]/g, ' ')

const url = (base: string, query: Record<string, string>) => `${base}?${new URLSearchParams(query)}`
