/** Leads to the same page in the other language, and has the choice remembered. */
export function LanguageLink({ path, words, label }: { path: string; words: string; label: string }) {
  const other = path.startsWith('/en') ? 'zh' : 'en'
  return (
    <a
      href={`/language/${other}?to=${encodeURIComponent(path.replace(/^\/(zh|en)/, `/${other}`))}`}
      hrefLang={other === 'zh' ? 'zh-CN' : 'en'}
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      aria-label={label}
      rel="nofollow"
      className="inline-flex min-h-11 items-center px-2 text-sm whitespace-nowrap no-underline hover:underline"
    >
      {words}
    </a>
  )
}
