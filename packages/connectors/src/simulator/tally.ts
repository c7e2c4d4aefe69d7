import type { Report } from './report.js';

/** The counts of one machine since the beginning of the week. */
export class Tally {
  good = 0;
  scrap = 0;
  #cycle = 0;
  #isTold = true;
  readonly #report: Report;
  readonly #handles: Readonly<Record<'produced' | 'good' | 'scrap' | 'reason' | 'cycle', number>>;

  constructor(equipment: string, report: Report, begin: number) {
    this.#report = report;
    this.#handles = {
      produced: report.handle(equipment, 'producedCount'),
      good: report.handle(equipment, 'goodCount'),
      scrap: report.handle(equipment, 'scrapCount'),
      reason: report.handle(equipment, 'scrapReason'),
      cycle: report.handle(equipment, 'cycleTime'),
    };
    report.value(this.#handles.scrap, begin, 0);
    this.#isTold = false;
    this.tell(begin);
  }

  /** All pieces, good or not. */
  get produced(): number {
    return this.good + this.scrap;
  }

  /** Counts a lot, with why pieces of it are scrap. */
  count(time: number, good: number, scrap: number, reason: string): void {
    this.good += good;
    this.#isTold = false;
    if (scrap > 0) {
      this.scrap += scrap;
      this.#report.value(this.#handles.scrap, time, this.scrap);
      this.#report.value(this.#handles.reason, time, reason);
    }
    if (scrap > 0 || this.#report.isDetailed(time)) this.tell(time);
  }

  /** Tells the seconds that a piece takes. */
  cycleTime(time: number, seconds: number): void {
    const cycle = Math.round(seconds * 10) / 10;
    if (cycle === this.#cycle) return;
    this.#cycle = cycle;
    if (this.#report.isDetailed(time)) this.#report.value(this.#handles.cycle, time, cycle);
  }

  /** Tells all that a past without detail had left out. */
  catchUp(time: number): void {
    this.tell(time);
    if (this.#cycle > 0) this.#report.value(this.#handles.cycle, time, this.#cycle);
  }

  /** Tells the counts if they were not told since they changed. */
  tell(time: number): void {
    if (this.#isTold) return;
    this.#isTold = true;
    this.#report.value(this.#handles.produced, time, this.produced);
    this.#report.value(this.#handles.good, time, this.good);
  }
}
