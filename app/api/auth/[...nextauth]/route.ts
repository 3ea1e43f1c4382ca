import { frameworkRoute } from '@/lib/web/auth-route'

export const GET = frameworkRoute('next-auth')
export const POST = frameworkRoute('next-auth')
