/** The end of a command with one sentence a person can act on; anything else that is thrown is a fault of ours. */
export class Halt extends Error {
  constructor(message, { details } = {}) {
    super(message)
    this.details = details
  }
}
