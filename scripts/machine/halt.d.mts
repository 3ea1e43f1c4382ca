export class Halt extends Error {
  details: string | undefined
}
