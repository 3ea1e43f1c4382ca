import type { DemoStop } from './types'

/** The first stop, 6 January 2024: all that its successor's recap tells of it. */
export const beijing: DemoStop = {
  stop: {
    number: 1,
    slug: 'beijing',
    city: '北京',
    cityEn: 'Beijing',
    title: '一起AI，交个朋友 · 北京站',
    titleEn: 'AI together, make a friend · Beijing',
    summary: '故事从这里开始：第一次把线上的朋友约到一间屋子里。',
    summaryEn: 'Where it began: the first time the friends from the screen met in one room.',
    date: '2024-01-06',
    start: '13:00',
    end: '18:00',
    capacity: 150,
    pigment: 'indigo',
  },
  talks: [{ kind: 'icebreaker', title: '破冰交流', titleEn: 'Icebreaker', minutes: 60, people: [] }],
  sponsors: [
    {
      name: '联想YOGA',
      nameEn: 'Lenovo YOGA',
      blurb: '每一站都在的赞助方',
      blurbEn: 'A sponsor at every stop',
      contacts: ['问号'],
      gifts: [],
    },
  ],
  crew: [{ name: '高超', role: '总负责', leads: true, confirmed: true }],
  published: true,
  recap: {
    opening: '第一站，在北京。我们本来只想见见朋友，结果坐满了一屋子人。',
    openingEn: 'The first stop, in Beijing. All we wanted was to meet some friends; they filled the room.',
  },
}
