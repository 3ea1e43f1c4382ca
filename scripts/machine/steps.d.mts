/** Arguments for Node that make a program end with the process that asks; it needs an `ipc` channel. */
export const TOGETHER: string[]
