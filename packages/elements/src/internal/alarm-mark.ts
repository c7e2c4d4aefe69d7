import type { AlarmPriority } from '@twinfloor/core/alarms';
import { svg, type TemplateResult } from 'lit';
import { alarmNumbers, alarmShapes } from '../charts/alarm-shapes.js';

/** How a shape looks: filled while somebody has to see it, an outline in ink when he has, in grey when it is over. */
export type MarkLook = 'filled' | 'outline' | 'gone';

/** The shape of a priority with its number. It is silent for screen readers: the word stands beside it. */
export function alarmMark(priority: AlarmPriority, look: MarkLook, size = 20): TemplateResult {
  const number = alarmNumbers[priority];
  const { outline, figure } = alarmShapes[number];
  return svg`<svg class=${`mark ${look} p${number}`} width=${size} height=${size} viewBox="0 0 24 24" aria-hidden="true"><path class="shape" d=${outline}></path><path class="digit" d=${figure}></path></svg>` as TemplateResult;
}
