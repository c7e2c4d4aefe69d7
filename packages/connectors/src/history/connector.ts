import type { Connector, ConnectorContext, ConnectorSettings, Interval } from '@twinfloor/core';
import { BackOff } from '../internal/back-off.js';
import { Bindings } from '../internal/bindings.js';
import { HttpError } from '../internal/http/http-error.js';
import type { Historian, HistoryPage } from './historian.js';
import type { HistorySpan } from './settings.js';

/** So many questions are under way at once; browsers allow six to a host. */
const atOnce = 4;

/** A historian has nothing new to say, but is asked as soon as somebody wants another signal. In milliseconds. */
const pause = 1_000;

/** What a historian refused is asked again after so many pauses: the host may have new credentials. */
const patience = 600;

/**
 * Reads the past of the bound signals once, oldest first so that states of several inputs are right, each signal
 * when somebody wants it. It tells nothing of the present: other connectors keep the signals current.
 */
export class HistoryConnector implements Connector {
  readonly #entry: ConnectorSettings;
  readonly #span: HistorySpan;
  readonly #historian: Historian;

  constructor(entry: ConnectorSettings, span: HistorySpan, historian: Historian) {
    this.#entry = entry;
    this.#span = span;
    this.#historian = historian;
  }

  async run(context: ConnectorContext): Promise<void> {
    const bindings = new Bindings(this.#entry.bindings, context, 'past');
    const backOff = new BackOff(context);
    const { past, step } = this.#span;
    const unread = new Set(bindings.sources);
    /** What was refused, and why. */
    const failed = new Map<string, string>();
    for (let round = 1; !context.signal.aborted; round++) {
      const sources = [...unread].filter((source) => bindings.wanted(source));
      if (sources.length > 0) context.status({ state: 'connecting' });
      for (const source of sources) unread.delete(source);
      const end = context.now();
      for (let from = end - past; from < end && !context.signal.aborted; from += step) {
        const interval = { from, to: Math.min(from + step, end) };
        const asked = sources.filter((source) => !failed.has(source));
        for (let first = 0; first < asked.length; first += atOnce)
          await this.#readGroup(asked.slice(first, first + atOnce), interval, {
            bindings,
            backOff,
            context,
            failed,
          });
      }
      if (context.signal.aborted) break;
      if (sources.length > 0) context.status(statusOf([...bindings.sources].length, failed));
      context.confirm();
      await context.wait(pause);
      if (round % patience > 0) continue;
      for (const source of failed.keys()) unread.add(source);
      failed.clear();
    }
    context.status({ state: 'stopped' });
  }

  /** Reads what some sources said in one step of time, together, in order of time. */
  async #readGroup(sources: readonly string[], interval: Interval, round: Round): Promise<void> {
    const rows: Row[] = [];
    const { bindings, context } = round;
    await Promise.all(sources.map((source) => this.#read(source, interval, round, rows)));
    rows.sort((a, b) => a.time - b.time);
    for (const { source, time, value, quality } of rows) bindings.observe(source, time, value, quality);
    bindings.deliver();
    await context.wait(0);
  }

  async #read(source: string, interval: Interval, round: Round, rows: Row[]): Promise<void> {
    const { backOff, context, failed } = round;
    const refuse = (place: string, found: unknown, allowed: string): void =>
      context.refuse({ place: `${source}, ${place}`, found: String(found).slice(0, 200), allowed });
    while (!context.signal.aborted) {
      const read: Row[] = [];
      try {
        for await (const page of this.#historian.read({ source, interval, signal: context.signal, refuse }))
          addRows(read, source, page);
        backOff.reset();
        for (const row of read) rows.push(row);
        return;
      } catch (error) {
        if (context.signal.aborted) return;
        const detail = error instanceof Error ? error.message : String(error);
        const { isFinal, retryAfter } =
          error instanceof HttpError ? error : { isFinal: false, retryAfter: 0 };
        if (isFinal) {
          failed.set(source, detail);
          context.refuse({ place: source, found: detail.slice(0, 200), allowed: 'an answer' });
          return;
        }
        await backOff.wait(detail, retryAfter);
      }
    }
  }
}

interface Round {
  readonly bindings: Bindings;
  readonly backOff: BackOff;
  readonly context: ConnectorContext;
  readonly failed: Map<string, string>;
}

interface Row {
  readonly source: string;
  readonly time: number;
  readonly value: HistoryPage['values'][number];
  readonly quality: NonNullable<HistoryPage['qualities']>[number];
}

/** One by one: a page may hold more rows than a call takes arguments. */
function addRows(rows: Row[], source: string, { times, values, qualities }: HistoryPage): void {
  for (const [index, time] of times.entries())
    rows.push({ source, time, value: values[index], quality: qualities?.[index] ?? 'good' });
}

function statusOf(
  sources: number,
  failed: ReadonlyMap<string, string>,
): Parameters<ConnectorContext['status']>[0] {
  const [detail] = failed.values();
  if (detail === undefined) return { state: 'live' };
  return { state: failed.size === sources ? 'failed' : 'live', detail };
}
