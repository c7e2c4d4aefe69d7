import type { FaultKind, MachineKind } from './machine-kinds.js';
import type { RandomStream } from './random-stream.js';
import type { Report } from './report.js';

const minute = 60_000;
const hour = 3_600_000;

/** Minor stops are this much more frequent than faults. */
const minorStopsPerFault = 2;

const minorStops = ['Chips removed', 'Part reseated', 'Measured by hand', 'Waiting for operator'];

/** What comes between a machine and its work: faults with their repair, and minor stops. */
export class Faults {
  /** Milliseconds of work until the next disturbance. */
  untilNext: number;
  /** Whether that will be a minor stop. */
  isMinor = false;
  #active: FaultKind | undefined;
  readonly #kind: MachineKind;
  readonly #report: Report;
  readonly #random: RandomStream;
  readonly #handles: Readonly<Record<'conditions' | 'comment', number>>;

  constructor(equipment: string, kind: MachineKind, report: Report, random: RandomStream, begin: number) {
    this.#kind = kind;
    this.#report = report;
    this.#random = random;
    this.#handles = {
      conditions: report.handle(equipment, 'conditions'),
      comment: report.handle(equipment, 'comment'),
    };
    this.untilNext = this.#draw();
    report.condition(this.#handles.conditions, begin, { key: 'machine', level: 'normal' });
  }

  /** What the technician found at the fault that is active. */
  get reason(): string | undefined {
    return this.#active?.reason;
  }

  /** Books work done. */
  work(milliseconds: number): void {
    this.untilNext = Math.max(1, this.untilNext - milliseconds);
  }

  /** A stop of a minute or so, after which the next disturbance is drawn. */
  minorStop(): { readonly text: string; readonly duration: number } {
    this.untilNext = this.#draw();
    return { text: this.#random.pick(minorStops), duration: this.#random.between(0.5, 3) * minute };
  }

  /**
   * Raises a fault.
   *
   * @returns the milliseconds until the technician comes, and that the repair takes
   */
  raise(time: number, isHeavy: boolean): { readonly waiting: number; readonly repair: number } {
    this.untilNext = this.#draw();
    this.#active = this.#random.pick(this.#kind.faults);
    const { code, text } = this.#active;
    this.#report.condition(this.#handles.conditions, time, { key: 'machine', level: 'fault', code, text });
    const factor = isHeavy ? 2 : 1;
    return {
      waiting: factor * this.#random.between(8, 24) * minute,
      repair: factor * (3 + Math.min(this.#random.exponential(9), 40)) * minute,
    };
  }

  /** The repair is done. */
  clear(time: number): void {
    if (!this.#active) return;
    this.#report.condition(this.#handles.conditions, time, {
      key: 'machine',
      level: 'normal',
      code: this.#active.code,
    });
    this.#report.value(this.#handles.comment, time, `${this.#active.code}: ${this.#active.reason}`);
    this.#active = undefined;
  }

  #draw(): number {
    const each = (this.#kind.faultHours * hour) / (1 + minorStopsPerFault);
    this.isMinor = this.#random.next() * (1 + minorStopsPerFault) > 1;
    return Math.max(minute, Math.round(this.#random.exponential(each)));
  }
}
