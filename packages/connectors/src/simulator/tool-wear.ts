import type { RandomStream } from './random-stream.js';
import type { Report } from './report.js';

/** From here on the machine warns, as a share of the life of the tool. */
const warning = 0.9;

/** The tool of a machine: the more it is worn, the slower the machine and the more scrap, until it is changed. */
export class ToolWear {
  /** Share of its life that is used up. */
  wear: number;
  /** How much faster than usual it takes effect. */
  #severity = 1;
  #hasWarned = false;
  /** Milliseconds of work; 0: nothing wears. */
  readonly #life: number;
  readonly #report: Report;
  readonly #handle: number;

  /** @param lifeHours - hours of work that a tool lasts; 0: nothing wears */
  constructor(equipment: string, lifeHours: number, report: Report, random: RandomStream, begin: number) {
    this.#life = lifeHours * 3_600_000;
    this.wear = lifeHours > 0 ? random.between(0, 0.8) : 0;
    this.#report = report;
    this.#handle = report.handle(equipment, 'conditions');
    if (lifeHours > 0) report.condition(this.#handle, begin, { key: 'tool', level: 'normal' });
  }

  get isWorn(): boolean {
    return this.wear >= 1;
  }

  /** Whether there is anything that wears. */
  get wears(): boolean {
    return this.#life > 0;
  }

  /** What is added to the cycle, as a share of it. */
  get slowness(): number {
    return 0.06 * this.#severity * this.wear ** 3;
  }

  /** How many times the scrap of a new tool. */
  get scrapFactor(): number {
    return 1 + 3 * this.#severity * this.wear ** 4;
  }

  work(milliseconds: number, time: number): void {
    if (this.#life === 0) return;
    this.wear += milliseconds / this.#life;
    if (this.wear < warning || this.#hasWarned) return;
    this.#hasWarned = true;
    this.#report.condition(this.#handle, time, {
      key: 'tool',
      level: 'warning',
      code: 'T-0900',
      text: 'Tool life nearly used up',
    });
  }

  /** Wears the tool much of the way at once, and makes it do more harm than usual. */
  wearOut(time: number): void {
    this.wear = Math.max(this.wear, 0.85);
    this.#severity = 4;
    this.work(0, time);
  }

  change(time: number): void {
    this.wear = 0;
    this.#severity = 1;
    if (this.#hasWarned) this.#report.condition(this.#handle, time, { key: 'tool', level: 'normal' });
    this.#hasWarned = false;
  }
}
