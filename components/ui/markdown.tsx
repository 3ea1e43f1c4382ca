import ReactMarkdown, { type Components, defaultUrlTransform } from 'react-markdown'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import remarkGfm from 'remark-gfm'
import { classes } from './classes'

/**
 * Text that people wrote, as Markdown: no HTML of their own, links only to https, http and mail addresses, no pictures
 * from other hosts. Headings start below the page's own.
 */
export function Markdown({ children, className, lang }: { children: string; className?: string; lang?: string }) {
  return (
    <div lang={lang} className={classes('flex flex-col gap-3 break-words', className)}>
      <ReactMarkdown
        skipHtml
        remarkPlugins={[remarkGfm]}
        rehypePlugins={[[rehypeSanitize, schema]]}
        urlTransform={safeUrl}
        components={looks}
      >
        {children}
      </ReactMarkdown>
    </div>
  )
}

const schema = {
  ...defaultSchema,
  tagNames: defaultSchema.tagNames?.filter((name) => !['img', 'picture', 'source', 'input'].includes(name)),
  protocols: { href: ['http', 'https', 'mailto'] },
}

const safeUrl = (url: string) => (/^(https?:\/\/|mailto:)/i.test(url.trim()) ? defaultUrlTransform(url) : '')

const looks: Components = {
  a: ({ href, children }) =>
    href ? (
      <a href={href} rel="noopener nofollow ugc" className="underline decoration-pigment underline-offset-4">
        {children}
      </a>
    ) : (
      <span>{children}</span>
    ),
  h1: ({ children }) => <h3 className="mt-2 text-lg font-bold">{children}</h3>,
  h2: ({ children }) => <h3 className="mt-2 text-lg font-bold">{children}</h3>,
  h3: ({ children }) => <h4 className="mt-2 font-bold">{children}</h4>,
  ul: ({ children }) => <ul className="list-disc pl-5">{children}</ul>,
  ol: ({ children }) => <ol className="list-decimal pl-5">{children}</ol>,
  blockquote: ({ children }) => <blockquote className="border-l-4 border-pigment pl-4">{children}</blockquote>,
  em: ({ children }) => <em className="font-medium">{children}</em>,
  hr: () => <hr className="border-rule" />,
  table: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what moves sideways must move by keys too
    <div className="overflow-x-auto" tabIndex={0}>
      <table className="w-full border-collapse text-left [&_td]:border-b [&_td]:border-rule [&_td]:p-2 [&_th]:border-b [&_th]:border-rule [&_th]:p-2">
        {children}
      </table>
    </div>
  ),
}
