export function loopbackPort(wanted?: number): Promise<number>
