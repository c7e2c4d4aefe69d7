import type { Twin } from '@twinfloor/core';
import { html, nothing, type TemplateResult } from 'lit';
import { dataTable } from '../charts/data-table.js';
import { dataTableStyles } from '../charts/data-table.styles.js';
import { ChartLayers } from '../charts/layers.js';
import { layerStyles } from '../charts/layers.styles.js';
import type { TwinController } from '../controllers/twin-controller.js';
import { TwinSelectEvent } from '../events/select-event.js';
import { currentState } from '../internal/current-state.js';
import { addEnglish } from '../internal/language.js';
import { properties } from '../internal/properties.js';
import { intervalOf } from '../internal/range.js';
import { floorPlanTerms } from '../locales/en/floor-plan.js';
import type { TwinFloorPlan } from './floor-plan.js';
import { PlanCamera } from './plan-camera.js';
import { PlanGestures } from './plan-gestures.js';
import { type PlanHeat, planHeat } from '../internal/plan-heat.js';
import { machineTowards, panOf } from './plan-keys.js';
import { type PlanLayout, planLayout } from '../internal/plan-layout.js';
import { heatLegend, machineOptions, machineReadout } from './plan-parts.js';
import { PlanPicture } from './plan-picture.js';
import { planStyles } from './plan.styles.js';
import { placeAt, type PlanView } from './plan-view.js';
import { machineWords, planTable } from '../internal/plan-words.js';

addEnglish(floorPlanTerms);

const zoomStep = 1.4;

/** What the plan needs beyond its own sheet. */
export const screenStyles = [layerStyles, dataTableStyles, planStyles];

/** All of a plan that is loaded when it is first seen: layout, picture, gestures, keys and words. */
export class PlanScreen {
  readonly #host: TwinFloorPlan;
  readonly #twin: TwinController;
  readonly #camera = new PlanCamera();
  readonly #picture = new PlanPicture();
  readonly #layers = new ChartLayers({
    below: { paint: (context, width, height) => this.#paint(context, width, height, 'paintBelow') },
    above: { paint: (context, width, height) => this.#paint(context, width, height, 'paintAbove') },
  });
  readonly #gestures = new PlanGestures({
    zoom: (factor, x, y) => this.#move(() => this.#camera.zoom(factor, x, y)),
    pan: (right, down) => this.#move(() => this.#camera.pan(right, down)),
    point: (x, y) => this.#hover(this.#picture.machineAt(x, y)?.id),
    leave: () => this.#hover(undefined),
    click: (x, y) => this.#select(this.#picture.machineAt(x, y)?.id),
    takesWheel: () => this.#host.matches(':focus-within'),
  });
  #layout: PlanLayout | undefined;
  #ids: readonly string[] = [];
  /** What is followed. */
  addresses: readonly string[] = [];
  #heat: PlanHeat | undefined;
  #of: { twin: Twin; equipment: string; heat: string; end: () => void } | undefined;
  /** Grows with each change of what was observed. */
  #observed = 0;
  #family = '';

  /** Id of the machine under the mouse. */
  #hovered: string | undefined;
  /** Id of the machine that the keyboard is at. */
  #active: string | undefined;
  #showsTable = false;

  constructor(host: TwinFloorPlan, twin: TwinController) {
    this.#host = host;
    this.#twin = twin;
  }

  /** Reads what is to be shown, before the element is rendered. */
  read(twin: Twin | undefined): void {
    const { language } = this.#twin;
    const { locked } = this.#host;
    if (!twin || locked || (this.#host.equipment && !twin.tree.has(this.#host.equipment))) {
      this.#layout = undefined;
      this.addresses = [];
      return;
    }
    const { equipment, heat } = this.#host;
    const of = this.#of;
    if ((of?.twin !== twin || of.equipment !== equipment || of.heat !== heat) && this.#host.isConnected) {
      of?.end();
      const end = twin.selection.subscribe((id) => this.#reveal(id));
      this.#of = { twin, equipment, heat, end };
      this.#lay(twin);
    }
    const interval = intervalOf(twin, this.#host.range || this.#twin.range);
    this.#heat = heat ? planHeat(twin, heat, this.#ids, interval, language) : undefined;
  }

  /** Asks for the picture, after the element was rendered. */
  updated(): void {
    this.#family ||= getComputedStyle(this.#host).fontFamily;
    this.#request();
  }

  #lay(twin: Twin): void {
    this.#layout = planLayout(twin, this.#host.equipment);
    this.#ids = this.#layout.machines.map(({ equipment }) => equipment.id);
    if (!this.#ids.includes(this.#active ?? '')) this.#active = undefined;
    this.#camera.look(this.#layout.bounds);
    const followed = [
      'state',
      'reason',
      'bufferCount',
      ...(this.#host.heat && this.#host.heat !== 'oee' ? [this.#host.heat] : []),
    ];
    this.addresses = this.#layout.machines.flatMap(({ equipment: { id }, drivesOn }) =>
      [...followed, ...(drivesOn ? ['positionX', 'positionY', 'heading'] : [])].map(
        (name) => `${id}/${name}`,
      ),
    );
    // The controllers have looked at the addresses already.
    queueMicrotask(() => this.#host.requestUpdate());
  }

  /** Takes in that something was observed: the picture follows at once, the words with the clock. */
  observed(): void {
    this.#observed++;
    this.#request();
  }

  /** Ends all that was begun; `read` begins anew. */
  dispose(): void {
    this.#layers.dispose();
    this.#of?.end();
    this.#of = undefined;
  }

  #hover(id: string | undefined): void {
    if (id === this.#hovered) return;
    this.#hovered = id;
    this.#host.requestUpdate();
  }

  /** Asks for the picture if what it shows is another one. */
  #request(): void {
    const { twin, language, colours } = this.#twin;
    const { scale } = this.#camera;
    const view = `${this.#camera.metresX(0)} ${this.#camera.metresY(0)} ${scale} ${this.#host.heat} ${this.#hovered} ${this.#active}`;
    const minute = Math.floor((twin?.clock.now() ?? 0) / 1000);
    const look = `${colours.revision} ${language.tag} ${twin?.selection.equipment}`;
    this.#layers.update(
      this.#host.shadowRoot,
      `${view} ${minute} ${look} ${this.#observed} ${this.#ids.length}`,
    );
  }

  #paint(
    context: CanvasRenderingContext2D,
    width: number,
    height: number,
    paint: 'paintBelow' | 'paintAbove',
  ): void {
    const { twin, colours, language } = this.#twin;
    const layout = this.#layout;
    if (!twin || !layout) return;
    this.#camera.resize(width, height);
    const view: PlanView = {
      twin,
      layout,
      camera: this.#camera,
      colours,
      language,
      family: this.#family,
      heat: this.#heat,
      selected: twin.selection.equipment,
      pointed: this.#pointed,
    };
    this.#picture[paint](context, view);
  }

  get #pointed(): string | undefined {
    return this.#hovered ?? (this.#host.matches(':focus-within') ? this.#active : undefined);
  }

  #move(act: () => void): void {
    this.#hovered = undefined;
    act();
    this.#host.requestUpdate();
  }

  #select(id: string | undefined): void {
    if (id === undefined) return;
    this.#active = id;
    this.#twin.twin?.selection.select(id);
    this.#host.dispatchEvent(new TwinSelectEvent(id));
    this.#host.requestUpdate();
  }

  /** Brings a machine into view that was chosen elsewhere. */
  #reveal(id: string | undefined): void {
    const machine = this.#layout?.machines[this.#ids.indexOf(id ?? '')];
    const { twin } = this.#twin;
    if (machine && twin) {
      const { x, y } = placeAt(twin, machine, twin.clock.now());
      this.#camera.reveal(x, y);
      this.#active = id;
    }
    this.#host.requestUpdate();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const { twin } = this.#twin;
    if (!twin || !this.#layout || event.altKey || event.ctrlKey || event.metaKey) return;
    const { key } = event;
    const pan = event.shiftKey ? panOf(key) : undefined;
    const current = Math.max(0, this.#ids.indexOf(this.#active ?? ''));
    const now = twin.clock.now();
    if (pan) this.#move(() => this.#camera.pan(...pan));
    else if (key === '+' || key === '=') this.#move(() => this.#camera.zoom(zoomStep));
    else if (key === '-') this.#move(() => this.#camera.zoom(1 / zoomStep));
    else if (key === '0') this.#move(() => this.#camera.fit());
    else if (key === 'Enter' || key === ' ') this.#select(this.#ids[current]);
    else {
      const { machines } = this.#layout;
      const next = machineTowards(key, current, machines, (one) => placeAt(twin, one, now));
      if (next === undefined) return;
      this.#move(() => this.#reveal(this.#ids[next]));
    }
    event.preventDefault();
  };

  readonly #toggleTable = (): void => {
    this.#showsTable = !this.#showsTable;
    this.#host.requestUpdate();
  };

  readonly #onFocus = (): void => {
    this.#active ??= this.#twin.twin?.selection.equipment ?? this.#ids[0];
    this.#host.requestUpdate();
  };

  /** The plan with its heading and its table. */
  render(twin: Twin): TemplateResult {
    const { terms } = this.#twin;
    const layout = this.#layout;
    if (!layout) return html``;
    if (this.#ids.length === 0) return html`<p class="quiet">${terms.noMachines}</p>`;
    const { width, depth } = layout.bounds;
    const allUnplaced = layout.unplaced === this.#ids.length;
    return html`${this.#renderHeading()}
      <div
        class="plot ${this.#camera.isFitted ? '' : 'near'}"
        part="plot"
        role="listbox"
        tabindex="0"
        aria-label=${terms.floorPlanOf(this.#ids.length, this.#running(twin))}
        aria-description=${terms.floorPlanKeys}
        aria-activedescendant="machine"
        ${properties({ '--_ratio': (width + 4) / (depth + 4) })}
        @keydown=${this.#onKey}
        @focus=${this.#onFocus}
        @blur=${() => this.#host.requestUpdate()}
        @pointerdown=${this.#gestures.down}
        @pointermove=${this.#gestures.move}
        @pointerup=${this.#gestures.up}
        @pointercancel=${this.#gestures.up}
        @pointerleave=${this.#gestures.leave}
        @wheel=${this.#gestures.wheel}
      >
        <canvas class="below" aria-hidden="true"></canvas><canvas class="above" aria-hidden="true"></canvas>
        ${machineOptions(twin, this.#ids, Math.max(0, this.#ids.indexOf(this.#active ?? '')), this.#heat, this.#twin.language)}
        ${this.#renderReadout(twin)}
      </div>
      ${
        layout.unplaced > 0
          ? html`<p class="note caption">
              ${allUnplaced ? terms.noPlaces : terms.withoutPlace(layout.unplaced)}
            </p>`
          : nothing
      }
      ${dataTable(
        this.#showsTable ? terms.hideTable : terms.showTable,
        this.#showsTable,
        this.#toggleTable,
        () => planTable(twin, this.#ids, this.#heat, this.#twin.language),
      )}`;
  }

  #renderHeading(): TemplateResult {
    const { terms, colours } = this.#twin;
    const camera = this.#camera;
    const button = (sign: string, label: string, act: () => void) =>
      html`<button aria-label=${label} title=${label} @click=${() => this.#move(act)}>${sign}</button>`;
    return html`<div class="heading" part="heading">
      <h3>${terms.floorPlanTitle}</h3>
      ${this.#heat ? heatLegend(this.#heat, colours, terms) : nothing}
      <div class="zoom">
        ${button('−', terms.zoomOut, () => camera.zoom(1 / zoomStep))}
        ${button('+', terms.zoomIn, () => camera.zoom(zoomStep))}
        ${camera.isFitted ? nothing : button(terms.showAll, terms.showAll, () => camera.fit())}
      </div>
    </div>`;
  }

  #renderReadout(twin: Twin): TemplateResult | typeof nothing {
    const machine = this.#layout?.machines[this.#ids.indexOf(this.#pointed ?? '')];
    if (!machine || this.#camera.width === 0) return nothing;
    const words = machineWords(twin, machine.equipment.id, this.#heat, this.#twin.language);
    return machineReadout(words, machine, placeAt(twin, machine, twin.clock.now()), this.#camera);
  }

  #running(twin: Twin): number {
    const now = twin.clock.now();
    return this.#ids.filter((id) => currentState(twin, id, now).state === 'running').length;
  }
}
