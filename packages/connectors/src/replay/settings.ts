import type { ConnectorSettings } from '@twinfloor/core';

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

const fastest = 3600;
const day = 86_400_000;

/** @throws {RangeError} if a setting is wrong; the message names it, what was found and what is allowed */
export function replaySettings({ settings }: ConnectorSettings): ReplaySettings {
  const { recording, speed = 1, loop = true, align, position, original = false } = settings;
  if (typeof recording !== 'string' || recording === '')
    fail('recording', recording, 'the address of a recording');
  if (!(typeof speed === 'number' && speed >= 1 && speed <= fastest)) fail('speed', speed, `1 to ${fastest}`);
  if (typeof loop !== 'boolean') fail('loop', loop, 'true, false');
  if (typeof original !== 'boolean') fail('original', original, 'true, false');
  const start = position === undefined ? undefined : Date.parse(String(position));
  if (Number.isNaN(start)) fail('position', position, 'a time as in 2026-01-31T12:00:00Z');
  const length = align === undefined ? day : durationOf(align);
  if (!(length !== undefined && length > 0)) fail('align', align, 'a duration as in P1D, P7D, PT8H');
  if (original) {
    // The host's clock decides what is shown then; anything else would silently do nothing.
    for (const key of ['speed', 'loop', 'align', 'position']) {
      if (settings[key] !== undefined) fail(key, settings[key], 'none beside original');
    }
  }
  return { recording, speed, loop: loop && !original, align: length, position: start, original };
}

/** The length of an ISO 8601 duration of weeks, days, hours, minutes and seconds, in milliseconds. */
function durationOf(value: unknown): number | undefined {
  const match = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(String(value));
  if (!match) return undefined;
  const [weeks, days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
}

function fail(key: string, found: unknown, allowed: string): never {
  throw new RangeError(`invalid ${key}: ${JSON.stringify(found)}, allowed: ${allowed}`);
}
