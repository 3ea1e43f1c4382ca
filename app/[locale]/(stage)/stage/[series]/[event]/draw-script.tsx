// A new record on the log brings the new picture at once. When a result is new, numbers pass along the line and slow down
// before the names appear; any presenter's key skips that, B blackens the screen. A reload shows the names at once.
const script = `(()=>{
const d=document,at=d.currentScript.dataset.at,still=matchMedia('(prefers-reduced-motion: reduce)');
const shown=()=>d.querySelector('.draw');
let asking=false,head=null,last=shown()&&shown().dataset.result||'',stop=null;
const run=box=>{
const count=Number(box.dataset.count)||1,words=box.dataset.number,reel=d.createElement('p'),from=performance.now(),lasts=3400,stage=d.getElementById('stage');
reel.className='draw-reel';reel.setAttribute('aria-hidden','true');d.body.append(reel);stage.setAttribute('data-running','');
let next=0,frame=0;
stop=()=>{cancelAnimationFrame(frame);reel.remove();stage.removeAttribute('data-running');stop=null};
const step=now=>{
const part=(now-from)/lasts;
if(part>=1){stop();return}
if(now>=next){reel.textContent=words.replace('{n}',1+Math.floor(Math.random()*count));next=now+40+part*part*360}
reel.style.left=(part<.9?((now-from)/(120+part*900)*9)%100:50)+'vw';
frame=requestAnimationFrame(step)};
frame=requestAnimationFrame(step)};
new MutationObserver(()=>{
const box=shown(),now=box&&box.dataset.result||'';
if(now&&now!==last&&!still.matches&&!d.hidden){if(stop)stop();run(box)}
last=now}).observe(d.getElementById('stage'),{childList:true});
const ask=async()=>{
if(d.hidden||asking)return;asking=true;
try{const r=await fetch(at,{cache:'no-store',signal:AbortSignal.timeout(4000)});if(!r.ok)throw 0;
const now=await r.text();if(head!==null&&now!==head)dispatchEvent(new Event('stage-look'));head=now}catch(e){}asking=false};
ask();setInterval(ask,1000);
d.addEventListener('keydown',e=>{
if(e.metaKey||e.ctrlKey||e.altKey)return;
if([' ','ArrowLeft','ArrowRight','PageUp','PageDown'].includes(e.key)&&stop){e.preventDefault();stop()}
if(e.key==='b'||e.key==='B'){e.preventDefault();d.documentElement.toggleAttribute('data-black')}});
})()`

export function DrawScript({ nonce, at }: { nonce: string | undefined; at: string }) {
  return (
    <script nonce={nonce} data-at={at} suppressHydrationWarning>
      {script}
    </script>
  )
}
