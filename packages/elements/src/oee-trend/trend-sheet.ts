import {
  type Equipment,
  equipmentOeeTrend,
  type OeeStep,
  textIn,
  type TrendStep,
  type Twin,
} from '@twinfloor/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { CursorController } from '../charts/cursor-controller.js';
import { dataTable } from '../charts/data-table.js';
import { dataTableStyles } from '../charts/data-table.styles.js';
import { TwinRangeChangeEvent } from '../events/range-change-event.js';
import { addEnglish, type Language } from '../internal/language.js';
import { intervalOf } from '../internal/range.js';
import { oeeTerms } from '../locales/en/oee.js';
import { oeeTrendTerms } from '../locales/en/oee-trend.js';
import { factorPlot, trendTable } from './trend-extras.js';
import { type Trend, trendOf } from './trend-figures.js';
import { trendPlot, type TrendView } from './trend-plot.js';
import { trendReadout } from './trend-words.js';
import { styles } from './trend-sheet.styles.js';

addEnglish(oeeTerms);
addEnglish(oeeTrendTerms);

/** What a trend is asked to show. */
export interface TrendGiven {
  readonly twin: Twin;
  readonly equipment: Equipment;
  readonly by: TrendStep;
  /** How many steps. */
  readonly count: number;
  /** OEE to reach, as a fraction of one. */
  readonly target: number | undefined;
  readonly factors: boolean;
  /** The time that the page shows. */
  readonly range: string;
  readonly language: Language;
}

/** The trend itself, loaded when it is first seen. */
export class TrendSheet {
  static readonly styles = [dataTableStyles, styles];

  readonly #host: HTMLElement & { requestUpdate(): void };
  readonly #cursor: CursorController;
  #steps: readonly OeeStep[] = [];
  #by: TrendStep = 'shift';
  #showsTable = false;

  constructor(host: HTMLElement & { requestUpdate(): void }, cursor: CursorController) {
    this.#host = host;
    this.#cursor = cursor;
  }

  /** Index of the step at a moment. */
  #indexAt(time: number | undefined): number | undefined {
    const index = this.#steps.findIndex(({ from, to }) => time !== undefined && from <= time && time < to);
    return index < 0 ? undefined : index;
  }

  readonly #point = (event: PointerEvent): void => {
    const index = this.#indexUnder(event);
    if (index !== undefined) this.#cursor.move(this.#steps[index].from);
  };

  /** Only the first part of the plot is the axis; right of it stand words. */
  #indexUnder(event: MouseEvent): number | undefined {
    const plot = event.currentTarget as Element;
    const axis = plot.querySelector('.dots')?.getBoundingClientRect();
    if (!axis || axis.width === 0 || this.#steps.length === 0) return undefined;
    const share = (event.clientX - axis.left) / axis.width;
    return Math.min(Math.max(Math.floor(share * this.#steps.length), 0), this.#steps.length - 1);
  }

  #choose(index: number | undefined): void {
    if (index === undefined) return;
    const { from, to, running } = this.#steps[index];
    // The one that runs goes on: by its name it does so on the whole page.
    const written = (time: number) => new Date(time).toISOString().replace('.000', '');
    this.#host.dispatchEvent(
      new TwinRangeChangeEvent(running ? this.#by : `${written(from)}/${written(to)}`),
    );
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const last = this.#steps.length - 1;
    const at = this.#indexAt(this.#cursor.time) ?? last;
    const moves: Record<string, number> = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last };
    const { key } = event;
    if (key === 'Escape') this.#cursor.clear();
    else if (key === 'Enter' || key === ' ') {
      event.preventDefault();
      this.#choose(at);
    } else if (key in moves) {
      event.preventDefault();
      this.#cursor.move(this.#steps[Math.min(Math.max(moves[key], 0), last)].from);
    }
  };

  render(given: TrendGiven): TemplateResult {
    const { twin, equipment, by, count, target, factors, range, language } = given;
    const { terms } = language;
    const { timeZone } = twin.workshop;
    this.#by = by;
    this.#steps = equipmentOeeTrend(twin, equipment.id, by, count, this.#steps);
    const trend = trendOf(this.#steps, target ?? twin.workshop.targets.oee);
    const cursor = this.#indexAt(this.#cursor.time);
    const view: TrendView = { trend, cursor, chosen: this.#chosen(twin, range), timeZone, language };
    const at = cursor ?? this.#steps.length - 1;
    const readout = trendReadout(trend.figures[at], trend, timeZone, language);
    const title = terms.lastSteps[by](this.#steps.length);
    return html`<div class="heading">
        <h3 id="title">${title}</h3>
        <span class="quiet"
          >${trend.alone ? terms.availability : terms.oee}${terms.listComma}${textIn(equipment.name, language.tag)}</span
        >
      </div>
      <div
        class="plot"
        part="plot"
        role="slider"
        tabindex="0"
        aria-labelledby="title"
        aria-description=${terms.trendKeys}
        aria-valuemin="1"
        aria-valuemax=${this.#steps.length}
        aria-valuenow=${at + 1}
        aria-valuetext=${readout}
        @keydown=${this.#onKey}
        @pointermove=${this.#point}
        @pointerdown=${this.#point}
        @pointerleave=${(event: PointerEvent) => event.pointerType === 'mouse' && this.#cursor.clear()}
        @click=${(event: MouseEvent) => this.#choose(this.#indexUnder(event))}
      >
        ${trendPlot(view)}${factors && !trend.alone ? factorPlot(view) : nothing}
      </div>
      <p class="readout" part="readout">${readout}</p>
      ${this.#renderTable(trend, title, timeZone, language)}`;
  }

  #renderTable(trend: Trend, title: string, timeZone: string, language: Language): TemplateResult {
    const { terms } = language;
    return dataTable(
      this.#showsTable ? terms.hideTable : terms.showTable,
      this.#showsTable,
      () => {
        this.#showsTable = !this.#showsTable;
        this.#host.requestUpdate();
      },
      () => trendTable(trend, this.#by, title, timeZone, language),
    );
  }

  /** The step that is the time of the page; the running one where that is nothing else. */
  #chosen(twin: Twin, range: string): number | undefined {
    const { from, to } = intervalOf(twin, range);
    const index = this.#steps.findIndex((step) => step.from === from && step.to === to && !step.running);
    return index < 0 ? undefined : index;
  }
}
