// Fetches this very page again and swaps the board when it differs; when the network is gone the last state stays. A new
// release changes the style sheets, then the whole page is loaded anew. F toggles full screen.
const script = `(()=>{
const d=document,every=20000;let last;
const styles=x=>[...x.querySelectorAll('link[rel=stylesheet]')].map(l=>l.getAttribute('href').split('?')[0]).sort().join();
const offline=o=>{const m=d.getElementById('stage');if(m)m.toggleAttribute('data-offline',o)};
const look=async()=>{try{
const r=await fetch(location.href,{cache:'no-store',headers:{accept:'text/html'},signal:AbortSignal.timeout(15000)});
if(!r.ok)throw 0;
const x=new DOMParser().parseFromString(await r.text(),'text/html'),m=x.getElementById('stage');
if(!m)throw 0;
const s=styles(x);if(s&&styles(d)&&s.split(',').some(h=>!styles(d).includes(h))){location.reload();return}
if(!last||!last.isEqualNode(m)){last=m.cloneNode(true);const here=d.getElementById('stage');here.setAttribute('style',m.getAttribute('style')||'');here.replaceChildren(...[...m.children].map(c=>d.importNode(c,true)))}
offline(false)
}catch(e){offline(true)}};
setInterval(look,every);
addEventListener('online',look);addEventListener('stage-look',look);addEventListener('offline',()=>offline(true));
d.addEventListener('visibilitychange',()=>{if(!d.hidden)look()});
d.addEventListener('keydown',e=>{if((e.key==='f'||e.key==='F')&&!e.metaKey&&!e.ctrlKey&&!e.altKey){e.preventDefault();d.fullscreenElement?d.exitFullscreen():d.documentElement.requestFullscreen().catch(()=>{})}});
if(navigator.wakeLock){const wake=()=>navigator.wakeLock.request('screen').catch(()=>{});wake();d.addEventListener('visibilitychange',()=>{if(!d.hidden)wake()})}
})()`

export function StageScript({ nonce }: { nonce: string | undefined }) {
  return (
    <script nonce={nonce} suppressHydrationWarning>
      {script}
    </script>
  )
}
