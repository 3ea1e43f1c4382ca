// The code that checks is fetched only when somebody asks for it; without it the button is hidden.
const script = `(()=>{
document.querySelectorAll('[data-check]').forEach(box=>{
const button=box.querySelector('button'),out=box.querySelector('[data-out]'),d=box.dataset;
button.hidden=false;
// React throws away, with all around it, what it finds changed when it takes the page over: wait for that.
const taken=async()=>{for(let n=0;n<50&&!Object.keys(box).some(k=>k.startsWith('__react'));n++)await new Promise(d=>setTimeout(d,100))};
const check=async()=>{
button.disabled=true;await taken();out.textContent=d.checking;
try{
const [code,answer]=await Promise.all([import('/verify/check.js'),fetch(d.check,{cache:'no-store'})]);
if(!answer.ok)throw 0;
const bundle=await answer.json();
await new Promise(done=>setTimeout(done,30));
code.show(out,bundle,JSON.parse(d.words),{keep:true});
}catch(e){out.textContent=d.failed}
button.disabled=false};
button.addEventListener('click',check);
if(location.hash==='#check')check()})
})()`

export function CheckScript({ nonce }: { nonce: string | undefined }) {
  return (
    <script nonce={nonce} suppressHydrationWarning>
      {script}
    </script>
  )
}
