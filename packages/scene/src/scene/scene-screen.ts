import { textIn, type Twin } from '@twinfloor/core';
import type { TwinController } from '@twinfloor/elements/controllers';
import { TwinSelectEvent } from '@twinfloor/elements/events';
import {
  alarmMarkStyles,
  AlarmFollower,
  announce,
  intervalOf,
  isPrinting,
  type PlanHeat,
  planHeat,
} from '@twinfloor/elements/parts';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { loadModels } from '../models/models.js';
import { canRender } from '../three/shared-renderer.js';
import { MachineStates } from './machine-states.js';
import { OwnModels } from './own-models.js';
import { sceneControls } from './scene-controls.js';
import { heatLegend, heatShares } from './scene-heat.js';
import { SceneLabels } from './scene-labels.js';
import { indexForKey, machineList, revealActive } from './scene-list.js';
import { ScenePicture } from './scene-picture.js';
import { SceneTour } from './scene-tour.js';
import { SceneVehicles } from './scene-vehicles.js';
import { indexOfView, type NamedView, namedViews } from './scene-views.js';
import type { TwinScene } from './scene.js';
import { screenStyles as ownStyles } from './screen.styles.js';
import { type SiteLayout, siteLayout } from './site-layout.js';

/** What the scene needs beyond its own sheet. */
export const screenStyles = [alarmMarkStyles, ownStyles];

/** Milliseconds for which a heat map of the OEE is good: it looks through a shift of each machine. */
const oeePause = 5000;

/** Milliseconds between changes of words, however many states change. */
const wordPause = 250;

/** What is shown at the moment, and what it was made for. */
interface Shown {
  readonly twin: Twin;
  readonly key: string;
  readonly site: SiteLayout;
  readonly states: MachineStates;
  readonly views: readonly NamedView[];
  readonly end: () => void;
}

/** All of a scene that is loaded when it is first seen: three, the picture, labels, list and words. */
export class SceneScreen {
  readonly #host: TwinScene;
  readonly #twin: TwinController;
  readonly #labels = new SceneLabels();
  readonly #tour: SceneTour;
  readonly #alarms = new AlarmFollower(
    () => import('./scene-alarms.js'),
    () => this.tick(),
  );
  #shown: Shown | undefined;
  #picture: ScenePicture | undefined;
  #vehicles: SceneVehicles | undefined;
  #ownModels: OwnModels | undefined;
  /** What is followed. */
  addresses: readonly string[] = [];
  #heat: PlanHeat | undefined;
  #renderSoon: ReturnType<typeof setTimeout> | undefined;
  #followedHeat = '';
  #heatKey = '';
  #heatTime = -Infinity;
  #hovered = -1;
  #active = 0;
  /** The machine that was brought into view in the list last. */
  #revealed = -1;
  #lost = false;
  #without3d = !canRender();
  #faultCount = 0;
  #isPlanAsked = false;

  constructor(host: TwinScene, twin: TwinController) {
    this.#host = host;
    this.#twin = twin;
    this.#tour = new SceneTour((index) => this.#flyToView(index));
  }

  /** Reads what is to be shown, before the element is rendered. */
  read(twin: Twin | undefined): void {
    const { equipment, heat, locked, isConnected } = this.#host;
    if (!isConnected) return;
    if (!twin || locked || (equipment && !this.#twin.equipment(equipment))) return this.#clear();
    const id = equipment && this.#twin.equipment(equipment)!.id;
    const key = `${id} ${this.#twin.language.tag}`;
    const isNew = this.#shown?.twin !== twin || this.#shown.key !== key;
    if (isNew) this.#lay(twin, id, key);
    if (isNew || heat !== this.#followedHeat) this.#followSignals();
    this.#readHeat();
  }

  /** Draws what was rendered. */
  updated(visible: boolean, changed: PropertyValues<TwinScene>): void {
    if (this.#without3d) return;
    const picture = this.#picture;
    if (!picture) return;
    picture.workshop.visible = visible;
    picture.setColours(this.#twin.colours);
    if (changed.has('view')) this.#flyToView(indexOfView(this.#shown?.views ?? [], this.#host.view));
    this.#tour.run(this.#host.tour && visible, this.#shown?.views.length ?? 0);
    this.#labels.measure(this.#host.shadowRoot);
    if (this.#active !== this.#revealed) revealActive(this.#host.shadowRoot);
    this.#revealed = this.#active;
    if (!picture.isNarrow) this.#labels.place(picture.workshop);
    // Paper does not wait for the next frame.
    if (isPrinting() && picture.workshop.needsFrame) picture.workshop.frame(performance.now());
  }

  /** Takes in what was observed. */
  observed(addresses: ReadonlySet<string>): void {
    const { indices } = this.#shown?.site ?? { indices: new Map<string, number>() };
    const machines = new Set<number>();
    for (const address of addresses) {
      const index = indices.get(address.slice(0, address.lastIndexOf('/')));
      if (index !== undefined) machines.add(index);
    }
    // The picture follows at once; words need not change faster than they can be read.
    if (this.#readStates(machines)) this.#renderSoon ??= setTimeout(() => this.#render(), wordPause);
  }

  /** Takes in that time has passed, or that another moment is shown. */
  tick(): void {
    const changed = this.#readStates();
    // Labels say how long, and a heat map follows its signal.
    if (changed || !this.#labels.isEmpty || this.#host.heat) this.#host.requestUpdate();
  }

  /** Ends all that was begun; `read` begins anew. */
  dispose(): void {
    this.#clear();
  }

  /** Flies to a machine. */
  flyTo(equipment: string): void {
    const index = this.#shown?.site.indices.get(equipment);
    if (index !== undefined) this.#picture?.workshop.flyTo(index);
  }

  /** Shows the whole floor. */
  showAll(): void {
    this.#picture?.showAll();
  }

  #clear(): void {
    clearTimeout(this.#renderSoon);
    this.#renderSoon = undefined;
    this.#alarms.end();
    this.#removePicture();
    this.#shown?.end();
    this.#shown = undefined;
    this.#heat = undefined;
    this.addresses = [];
  }

  #removePicture(): void {
    this.#tour.stop();
    this.#ownModels?.dispose();
    this.#vehicles?.stop();
    this.#picture?.dispose();
    this.#picture = this.#vehicles = this.#ownModels = undefined;
    this.#hovered = -1;
    this.#lost = false;
  }

  #lay(twin: Twin, id: string, key: string): void {
    this.#clear();
    const site = siteLayout(twin, id, this.#twin.language.tag);
    const views = namedViews(twin, id, site);
    const end = twin.selection.subscribe((equipment) => this.#selected(equipment));
    this.#shown = { twin, key, site, states: new MachineStates(site), views, end };
    this.#active = site.indices.get(twin.selection.equipment ?? '') ?? site.machines[0] ?? 0;
    this.#shown.states.read(twin, undefined);
    this.#faultCount = this.#shown.states.faults.length;
    if (!this.#without3d && site.equipment.length > 0) void this.#build(this.#shown);
  }

  #followSignals(): void {
    const { site } = this.#shown!;
    const { heat } = this.#host;
    this.#followedHeat = heat;
    const followed = ['state', 'reason', ...(heat && heat !== 'oee' ? [heat] : [])];
    const driving = new Set(site.vehicles.map(({ equipment }) => equipment));
    this.addresses = site.equipment.flatMap(({ id: machine }) =>
      [...followed, ...(driving.has(machine) ? ['positionX', 'positionY', 'heading'] : [])].map(
        (name) => `${machine}/${name}`,
      ),
    );
    // The controllers have looked at the addresses already.
    queueMicrotask(() => this.#host.requestUpdate());
  }

  async #build(shown: Shown): Promise<void> {
    try {
      const models = await loadModels(shown.site.layout.machines.map(({ type }) => type));
      await this.#host.updateComplete;
      const plot = this.#host.shadowRoot?.querySelector<HTMLElement>('.plot');
      const canvas = plot?.querySelector('canvas');
      if (this.#shown !== shown || !plot || !canvas) return;
      const picture = new ScenePicture(plot, canvas, shown.site, models, {
        pick: (index) => this.#pick(index),
        hover: (index) => this.#hover(index),
        drawn: () => {
          if (!picture.isNarrow) this.#labels.place(picture.workshop);
        },
        lost: (lost) => {
          this.#lost = lost;
          this.#host.requestUpdate();
        },
        resized: () => this.#host.requestUpdate(),
      });
      this.#picture = picture;
      this.#begin(shown, picture);
    } catch (error) {
      // The browser may refuse one more graphics context, or what draws could not be loaded.
      console.warn('<twin-scene> shows the floor plan.', error);
      this.#without3d = true;
    }
    this.#host.requestUpdate();
  }

  #begin({ twin, site, states, views }: Shown, picture: ScenePicture): void {
    const { workshop } = picture;
    const asked = site.asked.flatMap((isAsked, index) => (isAsked ? [index] : []));
    const named = indexOfView(views, this.#host.view);
    if (named >= 0) picture.setHome(views[named].view);
    else if (asked.length > 0 && asked.length < site.asked.length) picture.setHome({ machines: asked });
    states.read(twin, workshop);
    this.#vehicles = new SceneVehicles(site.vehicles, workshop);
    this.#vehicles.read(twin);
    this.#ownModels = new OwnModels(site, workshop, () => this.#host.requestUpdate());
    this.#heatKey = '';
    workshop.select(site.indices.get(twin.selection.equipment ?? '') ?? -1);
  }

  #render(): void {
    clearTimeout(this.#renderSoon);
    this.#renderSoon = undefined;
    this.#host.requestUpdate();
  }

  /** Returns whether a state is another one. */
  #readStates(only?: Iterable<number>): boolean {
    const shown = this.#shown;
    if (!shown) return false;
    const { twin, states, site } = shown;
    // Once what tells alarms is there, all machines take theirs.
    const before = states.alarms;
    states.alarms = this.#alarms.read(twin, site.indices.keys());
    const changed = states.read(twin, this.#picture?.workshop, states.alarms === before ? only : undefined);
    this.#vehicles?.read(twin);
    if (!changed) return false;
    const { faults } = states;
    // Told only to who is at the scene: a page has alarms of its own.
    if (faults.length > this.#faultCount && this.#host.matches(':focus-within'))
      announce(this.#sentence(twin, site, states), this.#twin.language.tag);
    this.#faultCount = faults.length;
    return true;
  }

  #readHeat(): void {
    const { heat, range } = this.#host;
    if (!heat || !this.#shown) {
      this.#heat = undefined;
      this.#picture?.workshop.setHeat(undefined);
      return;
    }
    const { twin, site } = this.#shown;
    const now = twin.clock.now();
    const key = `${heat} ${range} ${this.#twin.language.tag} ${twin.clock.mode}`;
    const isRecent = heat === 'oee' && Math.abs(now - this.#heatTime) < oeePause;
    if (isRecent && key === this.#heatKey) return;
    this.#heatKey = key;
    this.#heatTime = now;
    // A meter would count what it measures once more, and take the ramp for itself.
    const compared = site.machines
      .filter((index) => site.asked[index])
      .map((index) => site.equipment[index].id);
    const interval = intervalOf(twin, range || this.#twin.range);
    this.#heat = planHeat(twin, heat, compared, interval, this.#twin.language);
    this.#picture?.workshop.setHeat(
      heatShares(
        this.#heat,
        site.equipment.map(({ id }) => id),
      ),
    );
  }

  #hover(index: number): void {
    this.#hovered = index;
    this.#host.requestUpdate();
  }

  #pick(index: number): void {
    const equipment = this.#shown?.site.equipment[index]?.id;
    if (equipment === undefined) return;
    this.#active = index;
    this.#shown?.twin.selection.select(equipment);
    this.#host.dispatchEvent(new TwinSelectEvent(equipment));
    this.#host.requestUpdate();
  }

  #selected(equipment: string | undefined): void {
    const index = this.#shown?.site.indices.get(equipment ?? '') ?? -1;
    this.#picture?.workshop.select(index);
    if (index >= 0) this.#active = index;
    if (index >= 0 && this.#host.follow) this.#picture?.workshop.flyTo(index);
    this.#host.requestUpdate();
  }

  #flyToView(index: number): void {
    const view = this.#shown?.views[index]?.view;
    if (view) this.#picture?.workshop.flyTo(view);
  }

  readonly #onListKey = (event: KeyboardEvent): void => {
    const { site } = this.#shown ?? {};
    if (!site || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') {
      this.#pick(this.#active);
      this.#picture?.workshop.flyTo(this.#active);
    } else {
      const { machines } = site;
      const next = indexForKey(event.key, machines.indexOf(this.#active), machines.length);
      if (next === undefined) return;
      this.#pick(machines[next]);
    }
    event.preventDefault();
  };

  readonly #onCanvasKey = ({ key }: KeyboardEvent): void => {
    this.#takeHold();
    if (key === 'Enter' && this.#picture && this.#picture.workshop.selected >= 0)
      this.#picture.workshop.flyTo(this.#picture.workshop.selected);
  };

  /** Who takes hold of the picture ends the tour. */
  readonly #takeHold = (): void => {
    this.#host.tour = false;
  };

  readonly #onDoubleClick = (): void => {
    if (this.#hovered >= 0) this.#picture?.workshop.flyTo(this.#hovered);
  };

  /** The scene with its heading and its list. */
  render(twin: Twin): TemplateResult {
    const { terms, language, colours } = this.#twin;
    const shown = this.#shown;
    if (!shown) return html``;
    const { site, states } = shown;
    if (site.equipment.length === 0) return html`<p class="quiet">${terms.noMachines}</p>`;
    if (this.#without3d) return this.#renderPlan(twin);
    const docked = this.#picture?.isNarrow ?? false;
    const choice = {
      selected: site.indices.get(twin.selection.equipment ?? '') ?? -1,
      hovered: this.#hovered,
      faults: states.faults,
      alarming: states.alarming,
    };
    const silent = states.silentSince;
    const list = { twin, site, states, active: this.#active, heat: this.#heat, language };
    return html`${this.#renderHeading(twin, shown)}
      <div class="plot" part="plot" aria-busy=${this.#picture ? 'false' : 'true'}>
        <canvas
          tabindex="0"
          role="img"
          aria-label=${this.#sentence(twin, site, states)}
          aria-description=${terms.sceneKeys}
          @keydown=${this.#onCanvasKey}
          @pointerdown=${this.#takeHold}
          @wheel=${this.#takeHold}
          @dblclick=${this.#onDoubleClick}
        ></canvas>
        ${this.#picture ? this.#labels.render(twin, site, states, choice, docked, this.#heat, language) : nothing}
        ${machineList(list, this.#onListKey, (index) => this.#pick(index))}
        ${
          this.#lost || silent !== undefined
            ? html`<p class="over" role="status">
                ${this.#lost ? terms.sceneLost : terms.noDataSince(this.#twin.formats.time(silent!, this.#twin.timeZone))}
              </p>`
            : nothing
        }
        ${this.#heat ? heatLegend(this.#heat, colours, terms.noData) : nothing}
      </div>
      ${site.unplaced > 0 ? html`<p class="note caption" part="note">${site.unplaced === site.equipment.length ? terms.noPlaces : terms.withoutPlace(site.unplaced)}</p>` : nothing}
      ${this.#ownModels?.render(terms) ?? nothing}`;
  }

  #renderHeading(twin: Twin, { views }: Shown): TemplateResult | typeof nothing {
    if (this.#host.noControls) return nothing;
    return sceneControls({
      title: this.#name(twin),
      views,
      tours: this.#host.tour,
      language: this.#twin.language,
      showView: (index) => {
        this.#host.tour = false;
        this.#flyToView(index);
      },
      toggleTour: () => (this.#host.tour = !this.#host.tour),
      showList: () => this.#host.shadowRoot?.querySelector<HTMLElement>('.list')?.focus(),
      zoom: (factor) => this.#picture?.workshop.view.zoom(factor),
      showAll: () => this.showAll(),
    });
  }

  #renderPlan(twin: Twin): TemplateResult {
    const { equipment, heat, range, provider } = this.#host;
    if (!this.#isPlanAsked) void import('@twinfloor/elements/floor-plan');
    this.#isPlanAsked = true;
    return html`<p class="note" part="note">${this.#twin.terms.sceneWithoutWebGl}</p>
      <twin-floor-plan
        .twin=${twin}
        .equipment=${equipment}
        .heat=${heat}
        .range=${range}
        .provider=${provider}
      ></twin-floor-plan>`;
  }

  #name(twin: Twin): string {
    const { equipment } = this.#host;
    const { tag } = this.#twin.language;
    const ids = equipment ? [this.#twin.equipment(equipment)?.id ?? ''] : twin.tree.roots;
    return ids.map((id) => (twin.tree.has(id) ? textIn(twin.tree.get(id).name, tag) : '')).join(' · ');
  }

  #sentence(twin: Twin, site: SiteLayout, states: MachineStates): string {
    const { terms, language } = this.#twin;
    const names = states.faults.map((index) => textIn(site.equipment[index].name, language.tag));
    return terms.sceneOf(this.#name(twin), states.count, states.running, names);
  }
}
