// The code that checks is fetched only when somebody presses; without it the button is hidden.
const script = `(()=>{
const fill=(words,values)=>words.replace(/\\{(\\w+)\\}/g,(all,name)=>name in values?values[name]:all);
document.querySelectorAll('[data-check]').forEach(box=>{
const button=box.querySelector('button'),out=box.querySelector('[role=status]'),d=box.dataset;
button.hidden=false;
button.addEventListener('click',async()=>{
button.disabled=true;out.textContent=d.checking;
try{
const [code,answer]=await Promise.all([import('/verify/check.js'),fetch(d.check,{cache:'no-store'})]);
if(!answer.ok)throw 0;
const v=code.verifyBundle(await answer.json());
out.textContent=(v.follows?'✓ ':'✗ ')+fill(v.follows?d.good:d.bad,v);
out.className='mt-3 font-bold break-words '+(v.follows?'text-good':'text-bad');
}catch(e){out.textContent=d.failed}
button.disabled=false})})
})()`

export function CheckScript({ nonce }: { nonce: string | undefined }) {
  return (
    <script nonce={nonce} suppressHydrationWarning>
      {script}
    </script>
  )
}
