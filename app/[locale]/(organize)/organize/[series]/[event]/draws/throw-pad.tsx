'use client'

import { type ComponentProps, useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { useField } from '@/components/form/context'
import { Button } from '@/components/ui/button'
import { throwSize } from '@/lib/draws/rules/throw'
import { useKeptThrow } from './kept-throw'
import type { PadWords } from './pad-words'

type Props = {
  action: ComponentProps<typeof ActionForm>['action']
  hidden: Record<string, string>
  words: PadWords
}
const full = 16
const ranks = 'A 2 3 4 5 6 7 8 9 10 J Q K'.split(' ')
const signs = { S: '♠', H: '♥', D: '♦', C: '♣' } as const
type Suit = keyof typeof signs

/** Writes down what the room threw, with large keys, and reads it back before it is sent. */
export function ThrowPad({ action, hidden, words }: Props) {
  const [{ kind, thrown }, keep] = useKeptThrow(hidden.arm ?? '')
  const [reading, setReading] = useState(false)
  const setThrown = (pieces: string[]) => keep({ kind, thrown: pieces })
  const text = thrown.length === 0 ? '' : `${kind === 'dice' ? 'd6' : 'cards'}:${thrown.join(' ')}`
  const size = text ? (throwSize(text) ?? 0) : 0
  const perPiece = kind === 'dice' ? 1 : 2
  const switchTo = (other: typeof kind) => keep({ kind: other, thrown: [] })
  if (reading) {
    return (
      <div className="flex flex-col gap-4">
        <p className="max-w-prose text-lg">{words.readLead}</p>
        <ReadBack kind={kind} thrown={thrown} words={words} />
        <ActionForm
          action={action}
          hidden={{ ...hidden, text }}
          submit={words.confirm}
          aside={
            <Button look="line" onClick={() => setReading(false)}>
              {words.edit}
            </Button>
          }
        >
          <Rollers words={words} />
        </ActionForm>
      </div>
    )
  }
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        {(['dice', 'cards'] as const).map((one) => (
          <Button
            key={one}
            look={one === kind ? 'ink' : 'line'}
            aria-pressed={one === kind}
            onClick={() => switchTo(one)}
          >
            {one === 'dice' ? words.dice : words.deck}
          </Button>
        ))}
        <output className="ml-auto text-3xl font-bold tabular-nums" aria-live="polite">
          {size / perPiece} / {full / perPiece}
        </output>
      </div>
      {kind === 'dice' ? (
        <DicePad words={words} press={(value) => setThrown([...thrown, value])} />
      ) : (
        <CardPad words={words} taken={thrown} press={(value) => setThrown([...thrown, value])} />
      )}
      <p className="min-h-8 break-words text-xl tabular-nums">{thrown.map((one) => shown(one)).join('  ')}</p>
      <div className="flex flex-wrap gap-2">
        <Button disabled={size < full} className="min-h-14 text-lg" onClick={() => setReading(true)}>
          {words.readBack}
        </Button>
        <Button look="line" disabled={thrown.length === 0} onClick={() => setThrown(thrown.slice(0, -1))}>
          {words.undo}
        </Button>
        <Button look="quiet" disabled={thrown.length === 0} onClick={() => setThrown([])}>
          {words.clear}
        </Button>
      </div>
    </div>
  )
}

const shown = (piece: string) => piece.replace(/[SHDC]$/, (suit) => signs[suit as Suit])

const pips: Record<number, number[]> = {
  1: [4],
  2: [0, 8],
  3: [0, 4, 8],
  4: [0, 2, 6, 8],
  5: [0, 2, 4, 6, 8],
  6: [0, 2, 3, 5, 6, 8],
}

function Face({ value }: { value: number }) {
  return (
    <span aria-hidden="true" className="grid size-12 grid-cols-3 grid-rows-3 place-items-center">
      {Array.from({ length: 9 }, (_, cell) => (
        <span key={cell} className={pips[value]?.includes(cell) ? 'size-2.5 rounded-full bg-current' : ''} />
      ))}
    </span>
  )
}

function DicePad({ words, press }: { words: PadWords; press: (value: string) => void }) {
  return (
    <div className="grid max-w-md grid-cols-3 gap-2">
      {words.faces.map((label, index) => (
        <Button
          key={label}
          look="line"
          aria-label={label}
          className="min-h-20"
          onClick={() => press(String(index + 1))}
        >
          <Face value={index + 1} />
        </Button>
      ))}
    </div>
  )
}

type CardPadProps = { words: PadWords; taken: string[]; press: (value: string) => void }

function CardPad({ words, taken, press }: CardPadProps) {
  const [suit, setSuit] = useState<Suit>('S')
  return (
    <div className="flex max-w-md flex-col gap-2">
      <div className="grid grid-cols-4 gap-2">
        {(Object.keys(signs) as Suit[]).map((one) => (
          <Button
            key={one}
            look={one === suit ? 'ink' : 'line'}
            aria-pressed={one === suit}
            aria-label={words.suits[one]}
            className="min-h-14 text-3xl"
            onClick={() => setSuit(one)}
          >
            {signs[one]}
          </Button>
        ))}
      </div>
      <div className="grid grid-cols-4 gap-2 sm:grid-cols-7">
        {ranks.map((rank) => (
          <Button
            key={rank}
            look="line"
            aria-label={words.cards[`${rank}${suit}`]}
            disabled={taken.includes(`${rank}${suit}`)}
            className="min-h-14 text-xl"
            onClick={() => press(`${rank}${suit}`)}
          >
            {rank}
          </Button>
        ))}
      </div>
    </div>
  )
}

/** Three who threw say so themselves, each on their own. */
function Rollers({ words }: { words: PadWords }) {
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="font-medium">{words.rollers}</legend>
      {words.roller.map((label, index) => (
        <Roller key={label} name={`roller${index + 1}`} label={label} />
      ))}
    </fieldset>
  )
}

function Roller({ name, label }: { name: string; label: string }) {
  const { typed } = useField(name)
  return (
    <label className="flex min-h-14 items-center gap-3 rounded-md border border-input px-4 text-lg">
      <input type="checkbox" name={name} required defaultChecked={typed === 'on'} className="size-6 accent-ink" />
      {label}
    </label>
  )
}

function ReadBack({ kind, thrown, words }: { kind: 'dice' | 'cards'; thrown: string[]; words: PadWords }) {
  return (
    <ol className="flex flex-wrap gap-2">
      {thrown.map((piece, index) => (
        <li
          key={index}
          aria-label={kind === 'dice' ? words.faces[Number(piece) - 1] : words.cards[piece]}
          className="grid min-h-16 min-w-16 place-items-center rounded-md border-2 border-ink text-2xl font-bold"
        >
          {kind === 'dice' ? <Face value={Number(piece)} /> : shown(piece)}
        </li>
      ))}
    </ol>
  )
}
