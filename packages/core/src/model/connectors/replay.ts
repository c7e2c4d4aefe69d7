import { check, literal, maxValue, minValue, number, optional, pipe, strictObject, string } from 'valibot';
import { fixedDuration } from '../../time/duration.js';
import { alignAllowed, notBesideOriginal, replaySpeed } from '../connector-rules.js';
import { isoTime, object, word } from '../value-schemas.js';
import { common, flag } from './common.js';
import type { ConnectorType } from './connector-type.js';

/** What an entry of the type `replay` says beside id, name and bindings. */
export interface ReplayEntry {
  /** Plays a recording as if it happened now. */
  readonly type: 'replay';
  /** Address of the recording, absolute or relative to the page. */
  readonly recording: string;
  /** Seconds of the recording per second, 1 to 3600. Default 1. */
  readonly speed?: number;
  /** Whether it begins again at its end. Default `true`. */
  readonly loop?: boolean;
  /** The recording is moved by whole multiples of this ISO 8601 duration. Default `P1D`: times of day are kept. */
  readonly align?: string;
  /** ISO 8601 time in the recording that is shown at the start. */
  readonly position?: string;
  /** Whether the recorded times are kept; the host sets the clock then. Allows none of the four above. Default `false`. */
  readonly original?: boolean;
}

const speed = `a number from ${replaySpeed.least} to ${replaySpeed.most}`;

export const replaySchema = strictObject(
  {
    type: literal('replay'),
    ...common,
    recording: word,
    speed: optional(
      pipe(number(speed), minValue(replaySpeed.least, speed), maxValue(replaySpeed.most, speed)),
    ),
    loop: flag,
    align: optional(
      pipe(
        string(alignAllowed),
        check((length) => fixedDuration(length) !== undefined, alignAllowed),
      ),
    ),
    position: optional(isoTime),
    original: flag,
  },
  object,
);

export const replayType = {
  schema: replaySchema,
  /** Takes out what would say something else about time than `original`. */
  check(draft, entry) {
    const settings = entry as unknown as Readonly<Record<string, unknown>>;
    if (settings['original'] !== true) return true;
    for (const key of notBesideOriginal) {
      if (settings[key] === undefined) continue;
      draft.report(entry, key, 'nothing, as original keeps the recorded times');
      draft.leaveOut(entry, key);
    }
    return true;
  },
} satisfies ConnectorType<typeof replaySchema>;
