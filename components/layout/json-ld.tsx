import { scriptJson } from '@/lib/values/script-json'

/** Facts for machines that read the page (schema.org). */
export function JsonLd({ data, nonce }: { data: object; nonce: string | undefined }) {
  return (
    <script
      type="application/ld+json"
      nonce={nonce}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: scriptJson leaves nothing that could end the element
      dangerouslySetInnerHTML={{ __html: scriptJson(data) }}
    />
  )
}
