import sharp from 'sharp'

/** Drawings of our own for the demo's prizes, in the line's few shapes and colours; nobody's product is pictured. */
const ink = '#17211E'
const card = '#FFFDF8'
const red = '#C2361F'
const green = '#0F6B4F'
const gold = '#E9A66F'
const blue = '#1B5AA6'
const line = `fill="none" stroke="${ink}" stroke-width="12" stroke-linecap="round" stroke-linejoin="round"`
const filled = (colour: string) => `fill="${colour}" stroke="${ink}" stroke-width="12" stroke-linejoin="round"`

const shapes: [RegExp, string][] = [
  [
    /抱枕/,
    `<path d="M120 150q120-50 240 0 50 90 0 180-120 50-240 0-50-90 0-180z" ${filled(gold)}/>
     <path d="M150 220q45-40 80 10-10 45-50 40t-30-50zM330 220q-45-40-80 10 10 45 50 40t30-50z" fill="${ink}"/>
     <circle cx="192" cy="236" r="9" fill="${card}"/><circle cx="288" cy="236" r="9" fill="${card}"/><path d="M228 290q12 14 24 0" ${line}/>`,
  ],
  [
    /扑克/,
    `<g transform="rotate(-14 240 260)"><rect x="120" y="120" width="170" height="240" rx="18" ${filled(card)}/></g>
     <g transform="rotate(10 240 260)"><rect x="190" y="120" width="170" height="240" rx="18" ${filled(card)}/>
     <path d="M275 300c-50-45-62-70-45-92 18-20 40-6 45 12 5-18 27-32 45-12 17 22 5 47-45 92z" fill="${red}"/></g>`,
  ],
  [
    /双肩包/,
    `<path d="M190 130q50-60 100 0" ${line}/><path d="M130 200q0-70 70-70h80q70 0 70 70v130q0 40-40 40H170q-40 0-40-40z" ${filled(green)}/>
     <rect x="175" y="260" width="130" height="80" rx="16" ${filled(card)}/><path d="M175 290h130M185 190h110" ${line}/>`,
  ],
  [
    /雨伞/,
    `<path d="M240 110v230q0 45 42 40t34-44" ${line}/><path d="M90 250q10-130 150-140 140 10 150 140-40-30-75 0-38-30-75 0-37-30-75 0-35-30-75 0z" ${filled(red)}/>`,
  ],
  [
    /礼盒/,
    `<rect x="110" y="210" width="260" height="160" rx="10" ${filled(blue)}/><rect x="95" y="165" width="290" height="60" rx="10" ${filled(card)}/>
     <path d="M240 165v205M240 160q-80-90-100-35t100 35q80-90 100-35t-100 35" ${line}/>`,
  ],
  [
    /笔/,
    `<g transform="rotate(45 240 240)"><rect x="215" y="60" width="50" height="270" rx="8" ${filled(card)}/><path d="M215 330l25 70 25-70z" ${filled(gold)}/><path d="M215 110h50" ${line}/></g>`,
  ],
  [
    /SVIP|会员/,
    `<rect x="80" y="150" width="320" height="200" rx="24" ${filled(green)}/><path d="M80 210h320" ${line}/>
     <path d="M190 280v0M150 262v36M190 245v70M230 262v36M270 250v60M310 268v24" stroke="${card}" stroke-width="14" stroke-linecap="round"/>`,
  ],
  [
    /Watch|手表/,
    `<path d="M185 130l12-60h86l12 60M185 350l12 60h86l12-60" ${filled(gold)}/><circle cx="240" cy="240" r="120" ${filled(card)}/><path d="M240 170v70l48 30" ${line}/>`,
  ],
  [
    /眼镜/,
    `<path d="M70 210h340" ${line}/><path d="M90 200h130v70q0 40-40 40h-50q-40 0-40-40zM260 200h130v70q0 40-40 40h-50q-40 0-40-40z" ${filled(blue)}/>
     <path d="M120 235l40 0M290 235l40 0" stroke="${card}" stroke-width="12" stroke-linecap="round"/>`,
  ],
  [
    /门票|票/,
    `<g transform="rotate(-8 240 240)"><path d="M80 160h320v50a30 30 0 0 0 0 60v50H80v-50a30 30 0 0 0 0-60z" ${filled(red)}/>
     <path d="M300 160v160" stroke="${card}" stroke-width="10" stroke-dasharray="2 24" stroke-linecap="round"/><circle cx="170" cy="240" r="26" ${filled(card)}/><circle cx="230" cy="240" r="26" ${filled(card)}/></g>`,
  ],
  [
    /开发板/,
    `<rect x="100" y="140" width="280" height="200" rx="20" ${filled(green)}/><rect x="190" y="190" width="100" height="100" rx="8" ${filled(card)}/>
     <path d="M140 190h50M140 240h50M140 290h50M290 190h50M290 240h50M290 290h50" ${line}/>`,
  ],
]

/** A picture of a prize by its name, as a file that a form could have sent; null for what nobody drew. */
export async function drawingOf(title: string): Promise<File | null> {
  const shape = shapes.find(([name]) => name.test(title))?.[1]
  if (!shape) return null
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 480" width="480" height="480"><rect width="480" height="480" fill="#EFE8D8"/>${shape}</svg>`
  const bytes = await sharp(Buffer.from(svg)).png({ palette: true, effort: 1 }).toBuffer()
  return new File([new Uint8Array(bytes)], 'drawing.png', { type: 'image/png' })
}
