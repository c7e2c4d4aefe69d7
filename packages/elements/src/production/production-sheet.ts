import {
  type Equipment,
  equipmentProduction,
  type EquipmentProduction,
  textIn,
  type Twin,
} from '@twinfloor/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { CursorController } from '../charts/cursor-controller.js';
import { dataTable } from '../charts/data-table.js';
import { dataTableStyles } from '../charts/data-table.styles.js';
import { ChartLayers, chartLayers } from '../charts/layers.js';
import { layerStyles } from '../charts/layers.styles.js';
import { TimeAxis } from '../charts/time-axis.js';
import { zoneOf } from '../charts/zone.js';
import type { Colours } from '../internal/colours.js';
import { addEnglish, type Language } from '../internal/language.js';
import { intervalOf } from '../internal/range.js';
import { productionTerms } from '../locales/en/production.js';
import { productionTable, stopWords } from './production-extras.js';
import { edge, paintAbove, paintBelow, plotWidth, type ProductionView } from './production-plot.js';
import { styles } from './production-sheet.styles.js';
import { shownHours, type ShownHour } from './production-view.js';
import { machineNames, productionFigures, productionReadout } from './production-words.js';

addEnglish(productionTerms);

/** What a production chart is asked to show. */
export interface ProductionGiven {
  readonly twin: Twin;
  readonly equipment: Equipment;
  readonly range: string;
  readonly language: Language;
  readonly colours: Colours;
}

/** Milliseconds for which figures that were added up hold while only the cursor moves. */
const freshFor = 250;

/** Figures, chart and table of production, loaded when it is first seen. */
export class ProductionSheet {
  static readonly styles = [dataTableStyles, layerStyles, styles];

  readonly #host: HTMLElement & { requestUpdate(): void };
  readonly #cursor: CursorController;
  readonly #layers = new ChartLayers({
    below: { paint: (context, width) => this.#paint(width, (view) => paintBelow(context, view)) },
    above: {
      paint: (context, width) => this.#paint(width, (view) => paintAbove(context, view)),
      showsCursor: true,
    },
  });
  #given: ProductionGiven | undefined;
  #production: EquipmentProduction | undefined;
  #hours: readonly ShownHour[] = [];
  #key = '';
  #readAt = 0;
  #family = '';
  #showsTable = false;

  constructor(host: HTMLElement & { requestUpdate(): void }, cursor: CursorController) {
    this.#host = host;
    this.#cursor = cursor;
  }

  /** Ids of the machines whose counts it shows. */
  get machines(): readonly string[] {
    return this.#production?.machines ?? [];
  }

  /** Paints what has changed; called when the page has what was rendered. */
  updated(): void {
    if (!this.#given) return;
    this.#family ||= getComputedStyle(this.#host).fontFamily;
    const { colours, language } = this.#given;
    const hours = this.#hours.map(({ hour }) => [hour.from, hour.planned, hour.good, hour.scrap].join());
    const content = `${this.#key} ${colours.revision} ${language.tag} ${this.#production?.forecast} ${hours.join()}`;
    this.#layers.update(this.#host.shadowRoot, content);
  }

  /** Lets go of its canvases. */
  dispose(): void {
    this.#layers.dispose();
  }

  render(given: ProductionGiven): TemplateResult {
    this.#given = given;
    const { twin, language } = given;
    const { terms, formats } = language;
    const production = this.#read(given);
    const has = (key: string) => production.warnings.find((warning) => warning.key === key);
    const units = has('differentUnits');
    if (units)
      return this.#renderMessage(
        terms.differentUnits(units.subjects.map((unit) => formats.unit(unit).trim()).join(', ')),
        language,
      );
    if (has('noCounts')) return this.#renderMessage(terms.noOutputCounts, language);
    return this.#renderProduction(twin, production, given);
  }

  #read({ twin, equipment, range }: ProductionGiven): EquipmentProduction {
    const { mode } = twin.clock;
    const moment = mode === 'at' ? twin.clock.now() : mode;
    const key = [twin.workshop.id, equipment.id, range, moment].join();
    const now = performance.now();
    if (this.#production && key === this.#key && now - this.#readAt < freshFor) return this.#production;
    this.#key = key;
    this.#readAt = now;
    this.#production = equipmentProduction(twin, equipment.id, intervalOf(twin, range));
    this.#hours = shownHours(this.#production);
    return this.#production;
  }

  #renderMessage(message: string, { terms }: Language): TemplateResult {
    return html`<h3>${terms.productionTitle}</h3>
      <p class="quiet">${message}</p>`;
  }

  #axis(): TimeAxis {
    return new TimeAxis(this.#production?.interval ?? { from: 0, to: 1 }, this.#plotWidth());
  }

  #plotWidth(): number {
    return plotWidth(this.#layers.width, this.#production?.planned !== undefined);
  }

  #paint(canvasWidth: number, paint: (view: ProductionView) => void): void {
    const production = this.#production;
    if (!this.#given || !production) return;
    const { twin, equipment, language, colours } = this.#given;
    paint({
      production,
      hours: this.#hours,
      planned: (interval) => twin.calendar.planned(interval, equipment.id),
      axis: this.#axis(),
      zone: zoneOf(twin.workshop.timeZone),
      now: twin.clock.now(),
      cursor: this.#cursor.time,
      canvasWidth,
      language,
      colours,
      family: this.#family,
    });
  }

  /** Index of the hour that is read out: that of the cursor, else the present one, else the last. */
  #index(twin: Twin): number {
    const time = this.#cursor.time ?? twin.clock.now();
    const index = this.#hours.findIndex(({ hour }) => hour.from <= time && time < hour.to);
    return index < 0 ? (time < (this.#hours[0]?.hour.from ?? 0) ? 0 : this.#hours.length - 1) : index;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const twin = this.#given?.twin;
    if (!twin || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') this.#cursor.clear();
    const at = this.#index(twin);
    const last = this.#hours.length - 1;
    const moves: Record<string, number> = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last };
    if (!(event.key in moves)) return;
    event.preventDefault();
    this.#cursor.move(this.#hours[Math.min(Math.max(moves[event.key], 0), last)].hour.from);
  };

  #renderProduction(twin: Twin, production: EquipmentProduction, given: ProductionGiven): TemplateResult {
    const { language } = given;
    const { terms, formats } = language;
    const { timeZone } = twin.workshop;
    const { planned, coverage, machines } = production;
    const index = this.#index(twin);
    const shown = this.#hours[index];
    const stop = stopWords(twin, machines, shown, language);
    const readout = productionReadout(twin, production, shown, stop, language);
    const since = silentSince(twin, machines);
    return html`<div class="heading" part="heading">
        <div class="title">
          <h3 id="title">${terms.productionTitle}</h3>
          <span class="caption">${this.#caption(given, production)}</span>
        </div>
        <dl>
          ${productionFigures(twin, production, language).map(
            ({ text, unit, caption }) =>
              html`<div class="figure" part="figure">
                <dt>${caption}</dt>
                <dd class=${since === undefined ? '' : 'stale'}>${text}<span class="unit">${unit}</span></dd>
              </div>`,
          )}
        </dl>
      </div>
      <div
        class=${planned === undefined ? 'plot alone' : 'plot'}
        part="plot"
        role="slider"
        tabindex="0"
        aria-labelledby="title"
        aria-description=${terms.productionKeys}
        aria-valuemin="1"
        aria-valuemax=${this.#hours.length}
        aria-valuenow=${index + 1}
        aria-valuetext=${readout}
        @keydown=${this.#onKey}
      >
        ${chartLayers({
          point: (x) => this.#cursor.move(this.#axis().time(x - edge)),
          leave: () => this.#cursor.clear(),
        })}
      </div>
      <p class="readout" part="readout">${readout}</p>
      ${[
        since === undefined ? '' : terms.noDataSince(formats.time(since, timeZone)),
        planned === undefined ? terms.noPlan : '',
        coverage !== undefined && coverage < 0.995 ? terms.countsKnownFor(formats.percent(coverage)) : '',
      ].map((sentence) => (sentence ? html`<p class="caption">${sentence}</p>` : nothing))}
      ${this.#renderTable(given, production)}`;
  }

  #renderTable({ twin, language }: ProductionGiven, production: EquipmentProduction): TemplateResult {
    const { terms } = language;
    return dataTable(
      this.#showsTable ? terms.hideTable : terms.showTable,
      this.#showsTable,
      () => {
        this.#showsTable = !this.#showsTable;
        this.#host.requestUpdate();
      },
      () => productionTable(twin, production, this.#hours, language),
    );
  }

  /** Whose production it is, of when, and where it was counted if that is not itself. */
  #caption(
    { twin, equipment, language }: ProductionGiven,
    { interval, machines }: EquipmentProduction,
  ): string {
    const { terms, formats } = language;
    const { timeZone } = twin.workshop;
    const { from, to } = interval;
    const isItself = machines.length === 1 && machines[0] === equipment.id;
    return [
      textIn(equipment.name, language.tag),
      `${formats.date(from, timeZone)}, ${formats.time(from, timeZone)} – ${formats.time(to, timeZone)}`,
      isItself ? '' : terms.countedAt(machineNames(twin, machines, language)),
    ]
      .filter(Boolean)
      .join(' · ');
  }
}

/** Since when nothing was heard of any of the machines; `undefined` while one of them is heard. */
function silentSince(twin: Twin, machines: readonly string[]): number | undefined {
  const known = machines.flatMap((id) =>
    ['goodCount', 'producedCount']
      .filter((name) => twin.seriesOf(id, name, 'counter'))
      .map((name) => twin.knownUntil(id, name)),
  );
  const last = Math.max(...known);
  return Number.isFinite(last) ? last : undefined;
}
