/**
 * What is cached: public data only, plain shapes (dates as text), by the tags here. Any write to a series or its events
 * expires the series' one tag, so that an edit is on the public pages at once.
 */
export const seriesTag = (slug: string) => `series:${slug}`
/** The home page, which lists every series. */
export const homeTag = 'home'
/** How many seats are left at one event; moves with every registration, so it stands apart. */
export const seatsTag = (eventId: string) => `seats:${eventId}`
/** The pages of a series that say whether there are seats left. */
export const seatsOfTag = (slug: string) => `seats-of:${slug}`
