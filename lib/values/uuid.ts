/** Is this text a UUID, in lower case as we write them? Anything else would be an error of the database, not "not found". */
export const isUuid = (text: unknown): text is string =>
  typeof text === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** The UUID that nothing has. */
export const nilUuid = '00000000-0000-0000-0000-000000000000'
