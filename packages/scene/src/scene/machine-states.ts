import { type EquipmentState, stateCode, type Twin } from '@twinfloor/core';
import type { Alarms, AlarmSummary } from '@twinfloor/core/alarms';
import { alarmNumbers, currentState } from '@twinfloor/elements/parts';
import type { StatusFlags } from '../three/status.js';
import type { SiteLayout } from './site-layout.js';

/** A machine as it is told to be at a moment. */
export interface MachineState {
  readonly state: EquipmentState;
  /** Since when, in milliseconds since the epoch; `undefined` if nothing was ever observed. */
  readonly since: number | undefined;
  /** When its source was last heard, if it has gone silent; milliseconds since the epoch. */
  readonly silentSince: number | undefined;
  /** Its alarms in short; `undefined` if none is shown. */
  readonly alarm: AlarmSummary | undefined;
}

const nothing: MachineState = {
  state: 'unknown',
  since: undefined,
  silentSince: undefined,
  alarm: undefined,
};

/** What takes states and shows them: the workshop in 3D. */
export interface StateDisplay {
  setState(index: number, code: number, flags: StatusFlags): void;
}

/** The states of all machines of a scene at the moment of the clock. */
export class MachineStates {
  readonly #site: SiteLayout;
  readonly #states: MachineState[];
  /** The alarms of the twin, if there are any. */
  alarms: Alarms | undefined;

  constructor(site: SiteLayout) {
    this.#site = site;
    this.#states = site.equipment.map(() => nothing);
  }

  /** The state that was read last. */
  of(index: number): MachineState {
    return this.#states[index];
  }

  /** How many machines were asked for. */
  get count(): number {
    return this.#site.machines.filter((index) => this.#site.asked[index]).length;
  }

  /** How many of them run. */
  get running(): number {
    return this.#indices('running').length;
  }

  /** The machines in fault, the newest fault first. */
  get faults(): number[] {
    const since = (index: number) => this.#states[index].since ?? 0;
    return this.#indices('fault').sort((a, b) => since(b) - since(a));
  }

  /** The machines with an urgent alarm (critical or high) that nobody has acknowledged, the most urgent first. */
  get alarming(): number[] {
    const { machines, asked } = this.#site;
    const urgency = (index: number) => alarmNumbers[this.#states[index].alarm?.priority ?? 'low'];
    return machines
      .filter((index) => asked[index] && this.#states[index].alarm?.unacknowledged && urgency(index) <= 2)
      .sort((a, b) => urgency(a) - urgency(b));
  }

  /** Since when nothing is heard of any machine, in milliseconds since the epoch; `undefined` while one is heard or none ever was. */
  get silentSince(): number | undefined {
    let latest: number | undefined;
    for (const index of this.#site.machines) {
      const { silentSince, since } = this.#states[index];
      if (silentSince === undefined && since !== undefined) return undefined;
      if (silentSince !== undefined) latest = Math.max(latest ?? 0, silentSince);
    }
    return latest;
  }

  /**
   * Reads states at the moment of the clock and shows those that are others.
   *
   * @param only - indices; default: all machines
   * @returns whether a state is another one
   */
  read(twin: Twin, display: StateDisplay | undefined, only?: Iterable<number>): boolean {
    const now = twin.clock.now();
    let changed = false;
    for (const index of only ?? this.#states.keys()) {
      const { state, since, trust, heard } = currentState(twin, this.#site.equipment[index].id, now);
      const silentSince = trust === 'stale' ? heard : undefined;
      const alarm = this.alarms?.worst(this.#site.equipment[index].id);
      const before = this.#states[index];
      if (
        before.state !== state ||
        before.silentSince !== silentSince ||
        before.since !== since ||
        !isSame(before.alarm, alarm)
      ) {
        this.#states[index] = { state, since, silentSince, alarm };
        changed = true;
      }
      display?.setState(index, stateCode[state], {
        stale: silentSince !== undefined,
        dimmed: !this.#site.asked[index],
        alarm: alarm ? alarmNumbers[alarm.priority] : 0,
        attention: Boolean(alarm?.unacknowledged),
      });
    }
    return changed;
  }

  #indices(state: EquipmentState): number[] {
    const { machines, asked } = this.#site;
    return machines.filter((index) => asked[index] && this.#states[index].state === state);
  }
}

function isSame(one: AlarmSummary | undefined, other: AlarmSummary | undefined): boolean {
  return (
    one?.priority === other?.priority &&
    one?.count === other?.count &&
    one?.unacknowledged === other?.unacknowledged
  );
}
