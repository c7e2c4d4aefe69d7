import type { Binding, ConnectorContext, ConnectorFactory, Refusal } from '@twinfloor/core';
import { BackOff } from '../internal/back-off.js';
import { Bindings } from '../internal/bindings.js';
import { Player } from './player.js';
import { type Recording, RecordingReader } from './recording.js';
import { type ReplaySettings, replaySettings } from './settings.js';

export { parseRecording } from './recording.js';
export type { RecordedSignal, RecordedState, RecordedValue, Recording, RecordingHead } from './recording.js';

/** So many lines are read at once; then the page may breathe. */
const chunk = 4_000;

/**
 * Plays a recording as if its machines were running now. Settings:
 *
 * - `recording`: its address. A recording of ours; or a log in SHDR, or CSV with ISO 8601 times in its first column
 * - `speed`: 1 to 3,600, default 1. Durations shrink by as much; where they matter, leave it and let the clock of
 *   the twin play faster instead.
 * - `loop`: default true. Between the end and the next begin the signals are missing.
 * - `align`: ISO 8601 duration, default `P1D`. The recording is moved by multiples of it: times of day are kept,
 *   with `P7D` weekdays too, in UTC.
 * - `position`: ISO 8601 time in the recording that is shown at the start, instead of what `align` would give
 * - `original`: true keeps the recorded times; the clock of the twin decides what is due
 *
 * All that was before now, and the round before, is there at once. Without bindings the recording feeds the signals
 * whose addresses it names: that of a page is played as it is.
 */
export const replay: ConnectorFactory = (entry) => {
  const settings = replaySettings(entry);
  return {
    async run(context) {
      const bindings = new Bindings(entry.bindings, context);
      const recording = await load(settings, context);
      if (!recording) return idle(context);
      const { signals } = recording.head;
      for (const source of bindings.sources) {
        if (signals.some(({ name }) => name === source)) continue;
        const allowed = signals.map(({ name }) => name).join(', ');
        context.refuse({ place: 'bindings', found: source, allowed });
      }
      const routes = entry.bindings.length > 0 ? entry.bindings : addressed(recording, bindings, context);
      context.status({ state: 'live' });
      await new Player(recording, settings, bindings, statesOf(routes, context), context).run();
    },
  };
};

/** Without bindings a recording feeds the signals whose addresses it names, as one of a page does. */
function addressed(
  { head }: Recording,
  bindings: Bindings,
  context: ConnectorContext,
): Pick<Binding, 'signal' | 'from'>[] {
  return head.signals.flatMap(({ name }, index) => {
    try {
      bindings.add(name, name);
      return [{ signal: name, from: name }];
    } catch (error) {
      context.refuse({ place: `line 1, signals[${index}]`, found: name, allowed: (error as Error).message });
      return [];
    }
  });
}

/** The handles of the states that are fed from one name, by that name. */
function statesOf(
  routes: readonly Pick<Binding, 'signal' | 'from'>[],
  context: ConnectorContext,
): Map<string, number[]> {
  const states = new Map<string, number[]>();
  for (const { signal, from } of routes) {
    const handle = context.resolve(signal);
    if (typeof from !== 'string' || context.definition(handle).kind !== 'state') continue;
    states.set(from, [...(states.get(from) ?? []), handle]);
  }
  return states;
}

/** Fetches the recording, trying again until it is there; `undefined` when it never will be. */
async function load(settings: ReplaySettings, context: ConnectorContext): Promise<Recording | undefined> {
  const backOff = new BackOff(context);
  while (!context.signal.aborted) {
    context.status({ state: 'connecting', attempt: backOff.attempt });
    try {
      const response = await fetched(settings.recording, context);
      if (response.ok) return await read(await response.text(), settings, context);
      const detail = `${settings.recording} answered ${response.status}`;
      if (!worthAnotherTry(response.status)) return fail(detail, context);
      await backOff.wait(detail);
    } catch (error) {
      if (context.signal.aborted) return undefined;
      if (error instanceof RangeError) return fail(`${settings.recording}: ${error.message}`, context);
      await backOff.wait(`${settings.recording} cannot be reached`);
    }
  }
  return undefined;
}

async function fetched(address: string, context: ConnectorContext): Promise<Response> {
  const abort = new AbortController();
  const end = (): void => abort.abort();
  if (context.signal.aborted) end();
  context.signal.addEventListener('abort', end, { once: true });
  return fetch(address, { signal: abort.signal });
}

async function read(
  text: string,
  { position }: ReplaySettings,
  context: ConnectorContext,
): Promise<Recording> {
  const recording = await recordingIn(text, context);
  const { from, to } = recording.head;
  if (position !== undefined && !(position >= from && position < to)) {
    const [found, first, last] = [position, from, to].map((time) => new Date(time).toISOString());
    throw new RangeError(`invalid position: ${found}, allowed: ${first} to ${last}`);
  }
  return recording;
}

/** A recording of ours, read in pieces; else a log of somebody else's, whose reader is loaded for it. */
async function recordingIn(text: string, context: ConnectorContext): Promise<Recording> {
  const refuse = (refusal: Refusal): void => context.refuse(refusal);
  if (!/^\uFEFF?\s*\{/.test(text)) return (await import('./log.js')).readLog(text, refuse);
  const reader = new RecordingReader(text, refuse);
  while (reader.read(chunk) && !context.signal.aborted) await context.wait(0);
  return reader.recording;
}

/** A page that is asked for too early or too often may answer later; one that is refused or gone will not. */
function worthAnotherTry(status: number): boolean {
  return status >= 500 || status === 408 || status === 425 || status === 429;
}

function fail(detail: string, context: ConnectorContext): undefined {
  context.status({ state: 'failed', detail });
  return undefined;
}

/** Waits until the connector has to end. */
async function idle(context: ConnectorContext): Promise<void> {
  while (!context.signal.aborted) await context.wait(60_000);
}
