export function securityHeaders(siteUrl?: string): Record<string, string>
