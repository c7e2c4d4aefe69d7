import type { AlarmDefinition, AlarmHandling, AlarmSuppression } from '../model/alarm-types.js';
import { parseAddress } from '../model/signal.js';
import type { ConditionSeries } from '../series/condition-series.js';
import type { ObservationBatch } from '../twin/observation-batch.js';
import type { Signal } from '../twin/signal.js';
import type { Twin } from '../twin/twin.js';
import type { AlarmBook } from './alarm-book.js';
import type { AlarmScope } from './alarm-scope.js';
import { AlarmTrack } from './alarm-track.js';
import { type Cause, forget, type Told } from './cause.js';
import { ConditionCauses } from './condition-causes.js';
import { toldOf } from './condition-handling.js';
import { findSilent, findTrue } from './signal-causes.js';

/** What has to be found anew in a signal, from a time on. */
type Finder = (signal: Signal, from: number) => void;

interface Watch {
  readonly signal: Signal;
  readonly finders: Finder[];
  /** The time from which the signal has said something new. */
  dirtyFrom: number;
  /** Of the series, when it was read last. */
  revision: number;
}

/**
 * Follows the signals from which alarms come, and finds what changed: a signal is read from its oldest new observation
 * on, once for all that came since it was looked at last.
 */
export class AlarmWatch {
  readonly #twin: Twin;
  readonly #scope: AlarmScope;
  readonly #book: AlarmBook;
  /** By handle; `null`: nothing of it makes an alarm. */
  readonly #watches: (Watch | null | undefined)[] = [];
  readonly #dirty = new Set<Watch>();
  readonly #suppressions = new Map<
    AlarmSuppression,
    Map<string, { causes: Cause[]; tracks: AlarmTrack[] }>
  >();
  readonly #conditions: ConditionCauses[] = [];
  readonly #unwatched = new Set<string>();
  readonly #onFrame: () => void;
  /** How many observations of signals were read since the beginning. */
  observationsRead = 0;

  /** @param onFrame - called once a frame in which something changed */
  constructor(twin: Twin, scope: AlarmScope, book: AlarmBook, onFrame: () => void) {
    this.#twin = twin;
    this.#scope = scope;
    this.#book = book;
    this.#onFrame = onFrame;
    twin.tap((batch) => this.#tap(batch));
    for (const address of this.#addresses()) this.#begin(twin.signal(address));
    this.#subscribe();
  }

  /** Finds what has changed since the last time. */
  find(): void {
    // Finding may begin to watch further signals.
    for (let watch = first(this.#dirty); watch; watch = first(this.#dirty)) {
      this.#dirty.delete(watch);
      const { signal, dirtyFrom } = watch;
      const { revision } = signal.series;
      watch.dirtyFrom = Infinity;
      // A source may repeat what it said long ago: nothing is read again for that.
      if (dirtyFrom > -Infinity && revision === watch.revision) continue;
      watch.revision = revision;
      this.observationsRead += signal.series.length - Math.max(signal.series.indexAt(dirtyFrom), 0);
      for (const find of watch.finders) find(signal, dirtyFrom);
    }
    if (this.#unwatched.size > 0) this.#subscribe();
  }

  /** Forgets what was found before a time. */
  forget(before: number): void {
    for (const causes of this.#conditions) causes.forget(before);
    for (const byEquipment of this.#suppressions.values()) {
      for (const { causes } of byEquipment.values()) forget(causes, before);
    }
  }

  /** Signals that are bound to a source or were observed, or that the file names with their equipment. */
  #addresses(): Set<string> {
    const { workshop, tree } = this.#twin;
    const { definitions } = this.#scope.settings;
    const addresses = new Set(
      workshop.connectors.flatMap(({ bindings }) => bindings.map(({ signal }) => signal)),
    );
    const names = new Set(['conditions', ...definitions.map(({ signal }) => signal)]);
    for (const { name, kind } of workshop.signals) if (kind === 'condition') names.add(name);
    for (const { id } of workshop.equipment) {
      for (const name of names) if (this.#twin.hasSignal(`${id}/${name}`)) addresses.add(`${id}/${name}`);
    }
    for (const { equipment, signal } of definitions) {
      for (const id of equipment ?? []) {
        for (const one of tree.get(id).level === 'workUnit' ? [id] : tree.workUnits(id)) {
          if (this.#hasDefinition(one, signal)) addresses.add(`${one}/${signal}`);
        }
      }
    }
    return new Set([...addresses].filter((address) => this.#mayAlarm(address)));
  }

  #hasDefinition(equipment: string, signal: string): boolean {
    try {
      this.#twin.signal(`${equipment}/${signal}`);
      return true;
    } catch {
      return false;
    }
  }

  #mayAlarm(address: string): boolean {
    try {
      const { equipment, signal } = parseAddress(address);
      const { kind } = this.#twin.signal(address).definition;
      return kind === 'condition' || this.#definitionsOf(equipment, signal).length > 0;
    } catch {
      return false;
    }
  }

  #definitionsOf(equipment: string, signal: string): AlarmDefinition[] {
    return this.#scope.settings.definitions.filter(
      (one) => one.signal === signal && this.#scope.isAt(one.equipment, equipment),
    );
  }

  #tap(batch: ObservationBatch): void {
    for (let row = 0; row < batch.length; row++) {
      const handle = batch.signals[row];
      let watch = this.#watches[handle];
      if (watch === null) continue;
      if (watch === undefined) {
        const signal = this.#twin.signalOf(handle);
        if (signal === undefined) continue;
        watch = this.#begin(signal);
        if (watch === null) continue;
        // Not here: who is asked for the signal would be asked in the middle of its delivery.
        void Promise.resolve().then(() => this.#greet());
      }
      const time = batch.times[row];
      if (time < watch.dirtyFrom && time > -Infinity) watch.dirtyFrom = time;
      this.#dirty.add(watch);
    }
  }

  /** Begins to watch a signal if alarms come from it. */
  #begin(signal: Signal): Watch | null {
    const known = this.#watches[signal.handle];
    if (known !== undefined) return known;
    // It is there before its finders are: one of them may have to watch the same signal.
    const watch: Watch = { signal, finders: [], dirtyFrom: -Infinity, revision: -1 };
    this.#watches[signal.handle] = watch;
    if (signal.definition.kind === 'condition') watch.finders.push(this.#conditionFinder(signal));
    for (const definition of this.#definitionsOf(signal.equipment, signal.definition.name)) {
      watch.finders.push(this.#definitionFinder(signal, definition));
    }
    if (watch.finders.length === 0) return (this.#watches[signal.handle] = null);
    this.#book.sources.push(signal);
    this.#awaken(watch);
    return watch;
  }

  /** Lets a signal be read from its beginning, and wants it from its source. */
  #awaken(watch: Watch): void {
    watch.dirtyFrom = -Infinity;
    this.#unwatched.add(watch.signal.address);
    if (watch.signal.series.length > 0) this.#dirty.add(watch);
  }

  #conditionFinder({ address, equipment }: Signal): Finder {
    const book = this.#book;
    const causes = new ConditionCauses({
      existing: (key, code) =>
        book.get(code === undefined ? `${address}|${key}` : `${address}|${key}|${code}`),
      track: (key, code) => book.add(new AlarmTrack(address, equipment, key, code)),
      told: (condition) =>
        toldOf(condition, this.#scope.settings, (rule) => this.#scope.isAt(rule.equipment, equipment)),
      changed: (track, from) => {
        const handling = track.causes.at(-1)?.told?.handling;
        if (handling?.suppressedWhile) this.#suppress(track, handling);
        book.mark(track, from);
      },
    });
    this.#conditions.push(causes);
    return ({ series }, from) => causes.find(series as ConditionSeries, from);
  }

  #definitionFinder(
    { address, equipment, definition: { expectedPeriod } }: Signal,
    definition: AlarmDefinition,
  ): Finder {
    const told: Told = { priority: definition.priority ?? 'medium', handling: definition };
    const track = this.#book.add(new AlarmTrack(address, equipment, definition.id, undefined, told));
    if (definition.suppressedWhile) this.#suppress(track, definition);
    const isPeriodic = expectedPeriod !== undefined;
    return ({ series }, from) => {
      const isChanged =
        definition.silentFor === undefined
          ? findTrue(track.causes, series, definition, from, told)
          : findSilent(track.causes, series, definition, isPeriodic, from, told);
      if (isChanged) this.#book.mark(track, from);
    };
  }

  /** Lets an alarm be suppressed by the signals that its handling names; those that are not there suppress nothing. */
  #suppress(track: AlarmTrack, { suppressedWhile = [] }: AlarmHandling): void {
    if (track.suppressions.length > 0) return;
    const lists: Cause[][] = [];
    for (const one of suppressedWhile) {
      let byEquipment = this.#suppressions.get(one);
      if (!byEquipment) this.#suppressions.set(one, (byEquipment = new Map()));
      let found = byEquipment.get(track.equipment);
      if (!found) byEquipment.set(track.equipment, (found = this.#suppression(one, track.equipment)));
      found.tracks.push(track);
      lists.push(found.causes);
    }
    track.suppressions = lists;
    this.#book.mark(track, -Infinity);
  }

  #suppression(test: AlarmSuppression, equipment: string): { causes: Cause[]; tracks: AlarmTrack[] } {
    const found: { causes: Cause[]; tracks: AlarmTrack[] } = { causes: [], tracks: [] };
    const address = `${equipment}/${test.signal}`;
    if (!this.#hasDefinition(equipment, test.signal)) return found;
    const signal = this.#twin.signal(address);
    const find: Finder = ({ series }, from) => {
      if (!findTrue(found.causes, series, test, from)) return;
      for (const track of found.tracks) this.#book.mark(track, from);
    };
    const watch = this.#begin(signal) ?? { signal, finders: [], dirtyFrom: -Infinity, revision: -1 };
    this.#watches[signal.handle] = watch;
    watch.finders.push(find);
    this.#awaken(watch);
    return found;
  }

  /** Subscribes to what was observed for the first time, and tells of it. */
  #greet(): void {
    if (this.#unwatched.size === 0) return;
    this.#subscribe();
    this.#onFrame();
  }

  #subscribe(): void {
    const addresses = [...this.#unwatched];
    this.#unwatched.clear();
    if (addresses.length > 0) this.#twin.subscribe(addresses, this.#onFrame);
  }
}

function first<T>(set: ReadonlySet<T>): T | undefined {
  return set.values().next().value;
}
