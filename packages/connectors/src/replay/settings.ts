import {
  alignAllowed,
  type ConnectorSettings,
  fixedDuration,
  notBesideOriginal,
  replaySpeed,
  zonedTime,
} from '@twinfloor/core';

/** How a recording is to be played, as an entry of the workshop file says it. */
export interface ReplaySettings {
  /** Where the recording is. */
  readonly recording: string;
  /** Seconds of the recording per second. */
  readonly speed: number;
  /** Whether it begins anew at its end. */
  readonly loop: boolean;
  /** It is moved by whole multiples of this, in milliseconds. */
  readonly align: number;
  /** Time in the recording that is shown at the start, in milliseconds since the epoch. */
  readonly position: number | undefined;
  /** Whether the recorded times are kept. */
  readonly original: boolean;
}

const day = 86_400_000;

/** @throws {RangeError} if a setting is wrong; the message names it, what was found and what is allowed */
export function replaySettings({ settings }: ConnectorSettings): ReplaySettings {
  const { recording, speed = 1, loop = true, align, position, original = false } = settings;
  if (typeof recording !== 'string' || recording === '') fail('recording', recording, 'an address');
  const { least, most } = replaySpeed;
  if (!(typeof speed === 'number' && speed >= least && speed <= most)) {
    fail('speed', speed, `${least} to ${most}`);
  }
  if (typeof loop !== 'boolean') fail('loop', loop, 'true, false');
  if (typeof original !== 'boolean') fail('original', original, 'true, false');
  const start = typeof position === 'string' ? zonedTime(position) : undefined;
  if (start === undefined && position !== undefined) {
    fail('position', position, 'an ISO 8601 time with zone');
  }
  const length = align === undefined ? day : typeof align === 'string' ? fixedDuration(align) : undefined;
  if (length === undefined) fail('align', align, alignAllowed);
  if (original) {
    // The host's clock decides what is shown then; anything else would silently do nothing.
    for (const key of notBesideOriginal) {
      if (settings[key] !== undefined) fail(key, settings[key], 'none beside original');
    }
  }
  return { recording, speed, loop: loop && !original, align: length, position: start, original };
}

function fail(key: string, found: unknown, allowed: string): never {
  throw new RangeError(`invalid ${key}: ${JSON.stringify(found)}, allowed: ${allowed}`);
}
