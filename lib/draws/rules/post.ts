/** The purpose under which the address of a winner is sealed: what was sealed for one use opens for no other. */
export const postPurpose = 'prize-post'
