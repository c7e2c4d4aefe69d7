import type { ConnectorContext } from '@twinfloor/core';
import { timeOf } from '../internal/payload.js';
import type { BoundElements, BoundSubmodel, FoundElement } from './bound-elements.js';
import type { AasClient } from './client.js';
import type { Environment } from './environment.js';
import { quoted } from './json-part.js';
import { type AasSettings, equipmentOf } from './settings.js';
import type { AasSource } from './source.js';
import type { Segments, Series } from './segments.js';
import type { recordsIn, SeriesRecord } from './time-series.js';
import { valueIn } from './value-only.js';

/** So many records are told at once: a page has other things to do. */
const atOnce = 4_000;

/** Instead of a value as it was told: there is none. */
const gone = '';

/** What a connector knows of its source across connections. Each call of `follow` is one connection. */
export class AasSession {
  readonly #context: ConnectorContext;
  readonly #settings: AasSettings;
  readonly #source: AasSource;
  readonly #bound: BoundElements;
  /** The last value of each element, as it was told. */
  readonly #last = new Map<string, string>();
  /** The last records of each submodel, by segment-wide time. */
  readonly #records = new Map<string, ReadonlyMap<number, string>>();
  /** What is known of time series, by submodel. */
  readonly #series = new Map<string, Series & { readonly bound: BoundSubmodel }>();
  readonly #client: AasClient;
  #recordsIn: typeof recordsIn | undefined;
  #segments: Segments | undefined;
  /** What is refused at each look is refused once. */
  readonly #refused = new Set<string>();
  /** When the source was heard last; `undefined`: never. */
  #heardAt: number | undefined;
  /** When the source was lost; `undefined`: it is there. */
  #gap: number | undefined;

  constructor(
    context: ConnectorContext,
    settings: AasSettings,
    client: AasClient,
    source: AasSource,
    bound: BoundElements,
  ) {
    this.#client = client;
    this.#context = context;
    this.#settings = settings;
    this.#source = source;
    this.#bound = bound;
  }

  /**
   * Reads what there is, then looks at the values again and again until the source is lost or the connector has to end.
   *
   * @param onLive - called when all was read once
   * @throws {Error} whatever ended it
   */
  async follow(onLive: () => void): Promise<void> {
    const { signal } = this.#context;
    const environment = await this.#source.open();
    if (signal.aborted) return;
    await this.#describe(environment);
    const submodels = this.#bound.find(environment, this.#settings, (refusal) =>
      this.#refuseOnce(refusal.place, refusal.found, refusal.allowed),
    );
    await this.#openSeries(submodels);
    if (signal.aborted) return;
    this.#last.clear();
    this.#records.clear();
    this.#segments?.forget();
    for (let isFirst = true; !signal.aborted; isFirst = false) {
      const values = await this.#source.values(submodels.map(({ submodel }) => submodel.id));
      if (signal.aborted) return;
      if (isFirst) this.#resume();
      for (const submodel of submodels) {
        const { id } = submodel.submodel;
        if (values.has(id)) this.#take(submodel, values.get(id));
      }
      this.#heardAt = this.#context.now();
      this.#gap = undefined;
      this.#bound.values.deliver();
      this.#bound.records.deliver();
      if (isFirst) onLive();
      this.#context.confirm();
      await this.#readSegments();
      if (isFirst) await this.#explain(environment);
      await this.#context.wait(this.#settings.interval);
    }
  }

  /** Says of all signals that nothing is known of them from when the source was last heard. */
  lose(): void {
    if (this.#heardAt === undefined || this.#gap !== undefined) return;
    this.#gap = this.#heardAt;
    for (const bindings of [this.#bound.values, this.#bound.records]) {
      bindings.gap(this.#gap);
      bindings.deliver();
    }
  }

  /** Records tell what happened while nobody listened; values do not. */
  #resume(): void {
    if (this.#gap !== undefined) this.#bound.records.resume(this.#gap);
  }

  async #describe({ shells, submodels, concepts }: Environment): Promise<void> {
    if (this.#settings.equipment === undefined) return;
    const { detailsOf } = await import('./details.js');
    if (this.#context.signal.aborted) return;
    const byEquipment = new Map<string, string[]>();
    for (const shell of shells) {
      const equipment = equipmentOf(shell, this.#settings);
      if (equipment === undefined) continue;
      byEquipment.set(equipment, [...(byEquipment.get(equipment) ?? []), ...shell.submodels]);
    }
    // A file of submodels alone speaks of the one equipment that was named.
    if (shells.length === 0 && typeof this.#settings.equipment === 'string') {
      byEquipment.set(
        this.#settings.equipment,
        submodels.map(({ id }) => id),
      );
    }
    for (const [equipment, ids] of byEquipment) {
      if (!this.#context.workshop.equipment.some(({ id }) => id === equipment)) {
        this.#refuseOnce('equipment', equipment, 'the id of an equipment');
        continue;
      }
      const own = submodels.filter(({ id }) => ids.includes(id));
      this.#context.describe(
        equipment,
        own.flatMap((one) => detailsOf(one, concepts, this.#source.attachment)),
      );
    }
  }

  /** Tells the units that only concepts say. What is current does not wait for them. */
  async #explain(environment: Environment): Promise<void> {
    if (this.#settings.equipment === undefined || !this.#source.concepts) return;
    const { conceptsWanted } = await import('./details.js');
    const ids = environment.submodels.flatMap(conceptsWanted).filter((id) => !environment.concepts.has(id));
    const concepts = await this.#source.concepts([...new Set(ids)]);
    if (concepts.size > environment.concepts.size && !this.#context.signal.aborted)
      await this.#describe({ ...environment, concepts });
  }

  /** What reads time series is loaded where one is bound. */
  async #openSeries(submodels: readonly BoundSubmodel[]): Promise<void> {
    this.#series.clear();
    if (submodels.every(({ variables }) => variables.length === 0)) return;
    const [{ recordsIn, timesOf, variablesOf }, { Segments }] = await Promise.all([
      import('./time-series.js'),
      import('./segments.js'),
    ]);
    this.#recordsIn = recordsIn;
    this.#segments ??= new Segments(this.#client, this.#settings, this.#source, (...refusal) =>
      this.#refuseOnce(...refusal),
    );
    for (const bound of submodels) {
      const { submodel, variables } = bound;
      if (variables.length === 0) continue;
      const times = timesOf(submodel);
      const named = variablesOf(submodel, times);
      const names = named.length > 0 ? named : variables.map(({ path }) => path);
      this.#series.set(submodel.id, { submodel, times, variables: names, bound });
    }
  }

  /** Records that are elsewhere tell the past; what is current does not wait for them. */
  async #readSegments(): Promise<void> {
    const { signal } = this.#context;
    while (this.#segments && !signal.aborted) {
      const read = await this.#segments.next(this.#context.now(), signal);
      if (!read || signal.aborted) return;
      const series = this.#series.get(read.id);
      for (const [index, record] of read.records.entries()) {
        if (series) this.#tell(series.bound, record);
        if (index % atOnce !== atOnce - 1) continue;
        this.#bound.records.deliver();
        await this.#context.wait(0);
        if (signal.aborted) return;
      }
      this.#bound.records.deliver();
    }
  }

  #take(submodel: BoundSubmodel, document: unknown): void {
    for (const element of submodel.values) this.#takeValue(element, document);
    if (submodel.variables.length > 0) this.#takeRecords(submodel, document);
  }

  #takeValue({ key, from, path, valueType }: FoundElement, document: unknown): void {
    const found = valueIn(document, path, valueType);
    const now = this.#context.now();
    if ('allowed' in found) {
      this.#refuseOnce(from, found.found, found.allowed);
      // What was told before does not hold any more: the element has gone, or has what it must not have.
      if ((this.#last.get(key) ?? gone) !== gone)
        this.#bound.values.observe(key, now, undefined, 'bad', from);
      this.#last.set(key, gone);
      return;
    }
    const { raw } = found;
    const said = this.#timeOf(path, document);
    const told = `${typeof raw} ${raw} ${said}`;
    if (this.#last.get(key) === told) return;
    this.#last.set(key, told);
    // What has not changed since before the gap holds now; what was in between nobody knows.
    const isOld = this.#gap !== undefined && said !== undefined && said <= this.#gap;
    this.#bound.values.observe(key, isOld ? now : (said ?? now), raw, 'good', from);
  }

  /** The time that stands beside a value, in milliseconds. */
  #timeOf(path: string, document: unknown): number | undefined {
    const { time } = this.#settings;
    if (time === undefined) return undefined;
    const beside = path.slice(0, path.lastIndexOf('.') + 1) + time;
    const found = valueIn(document, beside);
    const raw = 'raw' in found ? found.raw : undefined;
    const moment = timeOf(raw);
    if (moment !== undefined) return moment;
    this.#refuseOnce(
      beside,
      String(raw || 'nothing').slice(0, 200),
      'a time with its zone, e.g. 2026-05-04T06:00:00Z',
    );
    return undefined;
  }

  #takeRecords(bound: BoundSubmodel, document: unknown): void {
    const { id } = bound.submodel;
    const series = this.#series.get(id);
    if (!series || !this.#recordsIn) return;
    this.#segments?.find(series, document);
    const before = this.#records.get(id);
    const now = new Map<number, string>();
    const records = this.#recordsIn(document, series.times, (place, found) => {
      this.#refuseOnce(`${id} ${place}`, quoted(found), 'a record with a time');
    });
    for (const record of records) {
      const text = JSON.stringify(record.values);
      now.set(record.time, text);
      if (before?.get(record.time) !== text) this.#tell(bound, record);
    }
    this.#records.set(id, now);
  }

  #tell({ variables }: BoundSubmodel, { time, values, quality = 'good' }: SeriesRecord): void {
    for (const { key, from, path } of variables) {
      // A record need not have all variables.
      if (!Object.hasOwn(values, path)) continue;
      const found = valueIn(values, path);
      if ('raw' in found) this.#bound.records.observe(key, time, found.raw, quality, from);
    }
  }

  #refuseOnce(place: string, found: string, allowed: string): void {
    const key = `${place}\n${found}\n${allowed}`;
    if (this.#refused.has(key) || this.#refused.size > 10_000) return;
    this.#refused.add(key);
    this.#context.refuse({ place, found: found.slice(0, 200), allowed });
  }
}
