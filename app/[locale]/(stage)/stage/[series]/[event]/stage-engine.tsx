'use client'

import { useEffect } from 'react'
import { startStage } from './engine/start'

/** Brings the big screen to life; draws nothing of its own but the canvas that names pass along on. */
export function StageEngine({ at, mark }: { at: string; mark: number }) {
  // The stage is started once: whatever comes later, it fetches itself.
  useEffect(() => startStage(`${at}?since=${mark}`), [at])
  return <canvas id="stage-canvas" className="stage-canvas" hidden />
}
