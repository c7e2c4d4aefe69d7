import { equipmentStates, stateCode, stateCount } from '@twinfloor/core';
import { bandShare, barSpan, StateForms, type StatePalette } from './state-forms.js';
import { paintOrder, type StateColumns } from './state-marks.js';
import { type MergedGroup, StateRuns } from './state-runs.js';
import type { TimeAxis } from './time-axis.js';

/** Below this bar height in px, rows are painted pixel by pixel: the loudest state takes a pixel. */
export const leastBandHeight = 4;
/** From this bar height on, merged columns stand at full height; below, they stay inside the band. */
const fullColumnHeight = 14;
/** Below this width in px a form becomes its solid colour. */
const solidWidth = 5;
const gap = 0.7;
const leastWidth = 0.75;

/** One row of states. */
export interface StateRow {
  readonly series: StateColumns;
  /** Time from which on nothing is known, because the source has gone silent. Default: never. */
  readonly knownUntil?: number;
  /** px from the top of the plot to the top of the bar. */
  readonly top: number;
}

/** Where and how rows are painted. */
export interface StateView {
  readonly axis: TimeAxis;
  /** Height of a bar in px. */
  readonly height: number;
  /** Nothing is painted after this time. */
  readonly until: number;
  readonly palette: StatePalette;
  /** Device pixels of a px. */
  readonly ratio: number;
  /** px of the left end of the axis in the canvas. Default 0. */
  readonly left?: number;
}

/** Paints rows that are too low for bar forms, such as a `StatePixels`. */
export interface LowRowPainter {
  paint(context: CanvasRenderingContext2D, rows: readonly StateRow[], view: StateView): void;
}

/** What a paint did, for gates in tests. */
export interface PaintCounts {
  /** Bands and columns that were visible. */
  runs: number;
  /** Rectangles asked of the canvas. */
  rects: number;
}

const span = equipmentStates.map((_, code) => barSpan(code));
const { idle, fault, blocked, unknown } = stateCode;

/**
 * Paints rows of equipment states in the bar forms of the looks, straight from the columns of the series.
 *
 * The cost of a row is that of its visible observations, and of the canvas that of its visible pixel runs: short
 * intervals that stand together become columns of 4 px with the true share of each state. Rows under 4 px can be
 * given to another painter, which charts that have none do without. A fault is painted last and at least as wide as a pixel, so none is hidden.
 */
export class StateBands {
  readonly counts: PaintCounts = { runs: 0, rects: 0 };
  readonly #runs = new StateRuns();
  readonly #heads = new Int32Array(stateCount);
  #next = new Int32Array(256);
  #forms: StateForms | undefined;
  readonly #low: LowRowPainter | undefined;

  /** @param low - paints the rows under {@link leastBandHeight}. Default: they are painted in bar forms too */
  constructor(low?: LowRowPainter) {
    this.#low = low;
  }

  /**
   * Paints all rows. The context is scaled so that its unit is one px.
   *
   * @param visit - shown what was painted in each row, so that it can be labelled; not called for rows that the other painter paints
   */
  paint(
    context: CanvasRenderingContext2D,
    rows: readonly StateRow[],
    view: StateView,
    visit?: (row: number, runs: StateRuns) => void,
  ): void {
    this.counts.runs = 0;
    this.counts.rects = 0;
    if (rows.length === 0 || view.axis.width <= 0) return;
    if (this.#low && view.height < leastBandHeight) {
      this.#low.paint(context, rows, view);
      return;
    }
    const forms = this.#formsFor(view);
    const left = view.left ?? 0;
    forms.anchor(left - view.axis.interval.from * view.axis.scale);
    context.save();
    for (let index = 0; index < rows.length; index++) {
      const runs = this.#read(rows[index], view);
      context.save();
      context.translate(left, rows[index].top);
      this.#paintBands(context, runs, forms);
      if (runs.columns > 0) this.#paintColumns(context, runs, forms);
      context.restore();
      visit?.(index, runs);
    }
    context.restore();
  }

  #formsFor({ palette, height, ratio }: StateView): StateForms {
    const forms = this.#forms;
    if (forms?.palette === palette && forms.height === height && forms.ratio === ratio) return forms;
    return (this.#forms = new StateForms(palette, height, ratio));
  }

  #read({ series, knownUntil }: StateRow, { axis, until }: StateView): StateRuns {
    const runs = this.#runs;
    runs.clear();
    for (const piece of axis.pieces) runs.read(series, piece, until, knownUntil);
    this.counts.runs += runs.count + runs.columns;
    return runs;
  }

  /** One pass sorts the bands by state, so that each fill is set once and the loud states come last. */
  #paintBands(context: CanvasRenderingContext2D, runs: StateRuns, forms: StateForms): void {
    const { states, count } = runs;
    if (this.#next.length < count) this.#next = new Int32Array(runs.states.length);
    const heads = this.#heads.fill(-1);
    const next = this.#next;
    for (let index = count - 1; index >= 0; index--) {
      next[index] = heads[states[index]];
      heads[states[index]] = index;
    }
    for (const state of paintOrder) {
      if (heads[state] >= 0) this.#paintState(context, state, runs, forms);
    }
  }

  #paintState(context: CanvasRenderingContext2D, state: number, runs: StateRuns, forms: StateForms): void {
    const { left, right } = runs;
    const next = this.#next;
    const first = this.#heads[state];
    const mark = forms.palette.marks[state];
    const fill = forms.fills[state];
    const top = span[state].top * forms.height;
    // A thin line of a strip would vanish between the pixels.
    const height = Math.max(span[state].height * forms.height, 1);
    context.fillStyle = mark;
    let wide = false;
    for (let index = first; index >= 0; index = next[index]) {
      const width = right[index] - left[index];
      if (width >= solidWidth && (fill !== mark || hasWideForm(state))) wide = true;
      else
        this.#rect(context, left[index], top, Math.max(width > 2 ? width - gap : width, leastWidth), height);
    }
    if (!wide) return;
    context.fillStyle = fill;
    for (let index = first; index >= 0; index = next[index]) {
      const width = right[index] - left[index] - gap;
      if (width + gap >= solidWidth) this.#wideForm(context, state, left[index], width, top, height, forms);
    }
  }

  #wideForm(
    context: CanvasRenderingContext2D,
    state: number,
    left: number,
    width: number,
    top: number,
    height: number,
    forms: StateForms,
  ): void {
    if (state === idle && forms.height >= 6) {
      context.strokeStyle = forms.palette.marks[idle];
      context.lineWidth = 1.2;
      context.strokeRect(left + 0.6, top + 0.6, width - 1.2, height - 1.2);
      this.counts.rects++;
      return;
    }
    this.#rect(context, left, top, width, height);
    if (state === fault) this.#faultMark(context, left, width, forms);
    else if (state === blocked && width >= 8 && forms.height >= 6) this.#slit(context, left, width, forms);
    else if (state === unknown && forms.height >= 6) this.#dashedBox(context, left, width, forms);
  }

  #faultMark(context: CanvasRenderingContext2D, left: number, width: number, forms: StateForms): void {
    if (width + gap < 22 || forms.height < 12) return;
    const middle = forms.height / 2;
    context.strokeStyle = forms.palette.onFault;
    context.lineWidth = 5 / 3;
    context.beginPath();
    for (const slope of [1, -1]) {
      context.moveTo(left + 6.7, middle - 3.3 * slope);
      context.lineTo(left + 13.3, middle + 3.3 * slope);
    }
    context.stroke();
  }

  #slit(context: CanvasRenderingContext2D, left: number, width: number, forms: StateForms): void {
    const slit = Math.max(forms.height * 0.12, 1.5);
    context.fillStyle = forms.palette.surface;
    this.#rect(context, left + 2, (forms.height - slit) / 2, width - 4, slit);
    context.fillStyle = forms.palette.marks[blocked];
  }

  #dashedBox(context: CanvasRenderingContext2D, left: number, width: number, forms: StateForms): void {
    context.strokeStyle = forms.palette.marks[unknown];
    context.lineWidth = 1;
    context.setLineDash([3, 2.4]);
    context.strokeRect(left + 0.5, 0.5, width - 1, forms.height - 1);
    context.setLineDash([]);
    this.counts.rects++;
  }

  #paintColumns(context: CanvasRenderingContext2D, runs: StateRuns, forms: StateForms): void {
    const full = forms.height >= fullColumnHeight;
    const height = full ? forms.height : Math.max(forms.height * bandShare, 2);
    const bottom = (forms.height + height) / 2;
    // Per state across the columns, so that each fill is set once; `filled` is how high a column has grown.
    const filled = new Float64Array(runs.columns);
    for (const state of paintOrder) {
      context.fillStyle = forms.palette.marks[state];
      for (let column = 0; column < runs.columns; column++) {
        const share = runs.shares[column * stateCount + state];
        if (share <= 0) continue;
        const left = runs.columnLeft[column];
        const width = Math.max(runs.columnRight[column] - left - (full ? 0.6 : 0), leastWidth);
        if (state === fault) {
          this.#faultShare(context, left, width, share, full, forms);
          continue;
        }
        const grown = share * height;
        this.#rect(context, left, bottom - filled[column] - grown, width, grown);
        filled[column] += grown;
      }
    }
    if (full) this.#mergeDots(context, runs.groups, forms);
  }

  /** A fault stands over the others: as high as its share in full columns, as wide as its share in strips. */
  #faultShare(
    context: CanvasRenderingContext2D,
    left: number,
    width: number,
    share: number,
    full: boolean,
    forms: StateForms,
  ): void {
    const over = span[fault].top * forms.height;
    if (full) this.#rect(context, left, over, width, Math.max(share * span[fault].height * forms.height, 4));
    else this.#rect(context, left, over, Math.max(share * width, 1), span[fault].height * forms.height);
  }

  #mergeDots(context: CanvasRenderingContext2D, groups: readonly MergedGroup[], forms: StateForms): void {
    context.strokeStyle = forms.palette.secondary;
    context.lineWidth = 1.5;
    context.setLineDash([1.5, 2]);
    context.beginPath();
    for (const { left, right } of groups) {
      context.moveTo(left, -3);
      context.lineTo(right, -3);
    }
    context.stroke();
    context.setLineDash([]);
  }

  #rect(context: CanvasRenderingContext2D, left: number, top: number, width: number, height: number): void {
    context.fillRect(left, top, width, height);
    this.counts.rects++;
  }
}

function hasWideForm(state: number): boolean {
  return state === idle || state === fault || state === blocked || state === unknown;
}
