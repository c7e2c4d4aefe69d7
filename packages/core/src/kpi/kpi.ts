/** The least and the most a figure can be, whatever happened in the time without data; `Infinity`: there is no limit. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Something a reader of a figure has to know: a key for the words, and what it is about. */
export interface KpiWarning {
  /** E.g. `noIdealCycle`, `performanceAboveOne`. */
  readonly key: string;
  /** Ids or numbers that belong into the sentence. */
  readonly subjects: readonly string[];
}

/** A figure with all that is needed to explain it. */
export interface Kpi<Inputs> {
  /** `undefined` where the figure has no basis; never clamped. */
  readonly value: number | undefined;
  /** `undefined` where nothing can be said. Equal ends: nothing was missing. */
  readonly bounds: Bounds | undefined;
  /** Share of the time asked about for which there is data, 0 to 1; `undefined` when no time was asked about. */
  readonly coverage: number | undefined;
  /** What it was made of. */
  readonly inputs: Inputs;
  readonly warnings: readonly KpiWarning[];
}
