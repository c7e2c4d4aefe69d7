import type { LocalTime } from '@twinfloor/core';
import { svg, type TemplateResult } from 'lit';

const hour = 3_600_000;
const turn = 12 * hour;
/** Radius of the ring that shows the shift, on a dial of 100 units. */
const ring = 46;

/** What a dial shows. */
export interface DialView {
  /** What the clock on the wall shows. */
  readonly local: LocalTime;
  /** Milliseconds since the shift began; `undefined` between shifts. */
  readonly worked: number | undefined;
  /** Milliseconds until it ends. */
  readonly left: number;
}

/**
 * A clock face with the shift as an arc on its rim, the worked part brighter: the time left without a word. Of a
 * shift of more than twelve hours the arc shows what is left and as much of the past as there is room for.
 */
export function dial({ local, worked, left }: DialView): TemplateResult {
  const { hour: hours, minute, second } = local;
  const minutes = minute + second / 60;
  const angle = (((hours % 12) * 60 + minutes) / 720) * 360;
  const rest = Math.min(left, turn - 1);
  const done = Math.min(worked ?? 0, turn - rest - 1);
  const arcs =
    worked === undefined
      ? []
      : [
          svg`<path class="arc rest" d=${arc(angle, angle + degrees(rest))}></path>`,
          svg`<path class="arc" d=${arc(angle - degrees(done), angle)}></path>`,
        ];
  const ticks = Array.from(
    { length: 12 },
    (_, index) => `M${point(36, index * 30)}L${point(index % 3 ? 38.5 : 41, index * 30)}`,
  );
  return svg`<svg part="dial" class="dial" viewBox="0 0 100 100" aria-hidden="true">
    ${arcs}
    <path class="ticks" d=${ticks.join('')}></path>
    <path class="hand hours" d=${`M50 50L${point(21, angle)}`}></path>
    <path class="hand" d=${`M50 50L${point(32, minutes * 6)}`}></path>
    <circle cx="50" cy="50" r="4"></circle>
  </svg>` as TemplateResult;
}

function degrees(time: number): number {
  return (time / turn) * 360;
}

/** A place on the dial, degrees clockwise from twelve. */
function point(radius: number, angle: number): string {
  const radians = (angle * Math.PI) / 180;
  return `${(50 + radius * Math.sin(radians)).toFixed(2)} ${(50 - radius * Math.cos(radians)).toFixed(2)}`;
}

function arc(from: number, to: number): string {
  return `M${point(ring, from)}A${ring} ${ring} 0 ${to - from > 180 ? 1 : 0} 1 ${point(ring, to)}`;
}
