/** A tier in the words of the form that names it. */
export const tierShown = ({ name, nameEn }: { name: string; nameEn: string | null }) => ({ name, nameEn: nameEn ?? '' })
