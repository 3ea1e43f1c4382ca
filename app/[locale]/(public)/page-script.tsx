// Everything the public pages run, without a framework: menus that close, copying, sharing, the visitor's own time.
// Whatever needs it is hidden until it runs, so that nothing is dead without it.
const script = `(()=>{
const d=document,all=s=>d.querySelectorAll(s);
const copy=t=>navigator.clipboard?navigator.clipboard.writeText(t):new Promise((ok,no)=>{const a=d.createElement('textarea');a.value=t;a.style.position='fixed';a.style.opacity=0;d.body.append(a);a.select();d.execCommand('copy')?ok():no();a.remove()});
all('[data-copy]').forEach(b=>{b.hidden=false});
if(/MicroMessenger/i.test(navigator.userAgent)){all('[data-in-wechat]').forEach(e=>{e.hidden=false});all('[data-not-in-wechat]').forEach(e=>{e.hidden=true})}
all('[data-visitor-time]').forEach(e=>{try{
const w=z=>{const f=new Intl.DateTimeFormat(d.documentElement.lang==='en'?'en-GB':'zh-CN',{month:'short',day:'numeric',weekday:'short',hour:'2-digit',minute:'2-digit',hourCycle:'h23',timeZone:z});return f.format(new Date(e.dataset.visitorTime))};
const here=w();if(here!==w(e.dataset.zone)){e.dataset.told=e.dataset.words.replace('{time}',here);e.hidden=false}
}catch(x){}});
d.addEventListener('click',e=>{
const b=e.target.closest('[data-copy]');
if(b)copy(b.dataset.copy||location.href).then(()=>{const t=b.textContent;b.textContent=b.dataset.copied;setTimeout(()=>{b.textContent=t},2000)},()=>{});
const s=e.target.closest('[data-share]');
if(s&&navigator.share&&!/MicroMessenger/i.test(navigator.userAgent)){e.preventDefault();navigator.share({title:d.title,url:s.dataset.share}).catch(()=>{})}
all('details[data-menu][open]').forEach(m=>{if(!m.contains(e.target))m.open=false});
});
d.addEventListener('keydown',e=>{if(e.key==='Escape')all('details[data-menu][open]').forEach(m=>{m.open=false;m.querySelector('summary').focus()})});
})()`

export function PageScript({ nonce }: { nonce: string | undefined }) {
  return (
    <script nonce={nonce} data-own="page" suppressHydrationWarning>
      {script}
    </script>
  )
}
