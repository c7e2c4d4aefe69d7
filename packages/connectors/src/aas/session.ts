import type { ConnectorContext } from '@twinfloor/core';
import type { BoundElements, BoundSubmodel, FoundElement } from './bound-elements.js';
import type { Environment } from './environment.js';
import { quoted } from './json-part.js';
import { type AasSettings, equipmentOf } from './settings.js';
import type { AasSource } from './source.js';
import type { recordsIn, TimeKind } from './time-series.js';
import { valueIn } from './value-only.js';

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
  /** Which variables are times, by submodel. */
  readonly #times = new Map<string, ReadonlyMap<string, TimeKind>>();
  #recordsIn: typeof recordsIn | undefined;
  /** What is refused at each look is refused once. */
  readonly #refused = new Set<string>();
  /** When the source was heard last; `undefined`: never. */
  #heardAt: number | undefined;
  /** When the source was lost; `undefined`: it is there. */
  #gap: number | undefined;

  constructor(context: ConnectorContext, settings: AasSettings, source: AasSource, bound: BoundElements) {
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

  /** What reads time series is loaded where one is bound. */
  async #openSeries(submodels: readonly BoundSubmodel[]): Promise<void> {
    this.#times.clear();
    if (submodels.every(({ variables }) => variables.length === 0)) return;
    const { recordsIn, timesOf } = await import('./time-series.js');
    this.#recordsIn = recordsIn;
    for (const { submodel, variables } of submodels)
      if (variables.length > 0) this.#times.set(submodel.id, timesOf(submodel));
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
    const text = 'raw' in found ? String(found.raw) : '';
    const moment = /T.*(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : NaN;
    if (!Number.isNaN(moment)) return moment;
    this.#refuseOnce(
      beside,
      text.slice(0, 200) || 'nothing',
      'a time with its zone, e.g. 2026-05-04T06:00:00Z',
    );
    return undefined;
  }

  #takeRecords({ submodel: { id }, variables }: BoundSubmodel, document: unknown): void {
    const times = this.#times.get(id);
    if (!times || !this.#recordsIn) return;
    const before = this.#records.get(id);
    const now = new Map<number, string>();
    const records = this.#recordsIn(document, times, (place, found) => {
      this.#refuseOnce(`${id} ${place}`, quoted(found), 'a record with a time');
    });
    for (const { time, values } of records) {
      const text = JSON.stringify(values);
      now.set(time, text);
      if (before?.get(time) === text) continue;
      for (const { key, from, path } of variables) {
        const found = valueIn(values, path);
        // A record need not have all variables.
        if ('raw' in found && Object.hasOwn(values, path))
          this.#bound.records.observe(key, time, found.raw, 'good', from);
      }
    }
    this.#records.set(id, now);
  }

  #refuseOnce(place: string, found: string, allowed: string): void {
    const key = `${place}\n${found}\n${allowed}`;
    if (this.#refused.has(key) || this.#refused.size > 10_000) return;
    this.#refused.add(key);
    this.#context.refuse({ place, found: found.slice(0, 200), allowed });
  }
}
