/** How far a long piece of work has come: a bar, how much, how quickly, and how long is left. */

import { text } from '../text/keeping.ts'

const width = 24

export type Bar = (now: { readonly stage: string; readonly done: number; readonly part: number }) => void

/** Speaks through `say`; rates are of the stage that goes on. */
export function openBar(say: (line: string, isLast?: boolean) => void): Bar {
  let stage = ''
  let began = 0
  return (now) => {
    if (now.stage !== stage) {
      stage = now.stage
      began = performance.now()
    }
    say(lineOf({ ...now, seconds: (performance.now() - began) / 1000 }), now.part >= 1)
  }
}

/** `[######------------------] 25 % handlingar: 112 000, 21 000/s, klart om 0:16` */
export function lineOf({
  stage,
  done,
  part,
  seconds,
}: {
  stage: string
  done: number
  part: number
  seconds: number
}): string {
  const share = Math.min(1, Math.max(0, part))
  const full = Math.round(share * width)
  const bar = `[${'#'.repeat(full)}${'-'.repeat(width - full)}] ${String(Math.floor(share * 100)).padStart(3)} %`
  const name = Object.entries(text.stage).find(([key]) => key === stage)?.[1] ?? stage
  const rate = seconds > 0.2 ? Math.round(done / seconds) : done
  const told = `${bar} ${text.progress(name, grouped(done), grouped(rate))}`
  return share <= 0 || share >= 1 ? told : `${told}, ${text.left(clock((seconds / share) * (1 - share)))}`
}

const grouped = (count: number) => String(count).replaceAll(/\B(?=(\d{3})+$)/g, ' ')

function clock(seconds: number): string {
  const whole = Math.ceil(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
