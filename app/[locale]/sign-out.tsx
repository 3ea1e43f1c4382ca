import { Button, type ButtonLook } from '@/components/ui/button'

/** Ends this browser's session; a plain form, so it needs no JavaScript. */
export function SignOut({ label, home, look = 'quiet' }: { label: string; home: string; look?: ButtonLook }) {
  return (
    <form method="post" action="/api/auth/signout">
      <input type="hidden" name="home" value={home} />
      <Button type="submit" look={look} className="text-sm">
        {label}
      </Button>
    </form>
  )
}
