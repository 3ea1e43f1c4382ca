import { headers } from 'next/headers'
import type { PublishedEvent } from '@/lib/people/scope'
import { workFor } from '@/lib/web/limit'

// Looks for the counter whose PBKDF2 key begins as told (ALTCHA, second protocol), then sends the form again by itself.
// Where a browser keeps its cryptography for https only, the form stays as it is, to be sent later.
const script = `(async()=>{
const i=document.getElementById('work'),s=globalThis.crypto?.subtle;if(!s)return;
const c=JSON.parse(i.dataset.work),p=c.parameters,bytes=h=>Uint8Array.from(h.match(/../g),x=>parseInt(x,16)),hex=b=>Array.from(b,x=>x.toString(16).padStart(2,'0')).join('');
const nonce=bytes(p.nonce),salt=bytes(p.salt),word=new Uint8Array(nonce.length+4);word.set(nonce);
for(let n=0;;n++){new DataView(word.buffer).setUint32(nonce.length,n);
const k=await s.importKey('raw',word,'PBKDF2',false,['deriveBits']);
const d=hex(new Uint8Array(await s.deriveBits({name:'PBKDF2',hash:'SHA-256',salt,iterations:p.cost},k,p.keyLength*8)));
if(d.startsWith(p.keyPrefix)){i.value=btoa(JSON.stringify({challenge:c,solution:{counter:n,derivedKey:d}}));break}}
i.form.requestSubmit()
})()`

/** Inside a form that was sent back for a proof of work: the work, and what does it. */
export async function ProofOfWork({ event, nonce }: { event: PublishedEvent; nonce: string | undefined }) {
  const work = await workFor(await headers(), event)
  return (
    <>
      <input id="work" type="hidden" name="proof" data-work={JSON.stringify(work)} />
      <script nonce={nonce} suppressHydrationWarning>
        {script}
      </script>
    </>
  )
}
