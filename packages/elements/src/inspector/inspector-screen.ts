import {
  type DetailSection,
  type Equipment,
  type EquipmentDetail,
  type EquipmentEnergy,
  equipmentEnergy,
  type EquipmentOee,
  equipmentOee,
  textIn,
  type Twin,
} from '@twinfloor/core';
import { html, nothing, type TemplateResult } from 'lit';
import { ChartLayers } from '../charts/layers.js';
import type { TwinController } from '../controllers/twin-controller.js';
import { paintStrip } from '../equipment/shift-strip.js';
import { TwinSelectEvent } from '../events/select-event.js';
import { AlarmFollower } from '../internal/alarm-follower.js';
import { alarmMarkStyles } from '../internal/alarm-mark.styles.js';
import { addEnglish } from '../internal/language.js';
import { intervalOf } from '../internal/range.js';
import { stateStyles } from '../internal/state.styles.js';
import { inspectorTerms } from '../locales/en/inspector.js';
import type { TwinInspector } from './inspector.js';
import { detailList, documentList } from './details.js';
import { inspectorHead, stateRow } from './inspector-head.js';
import type * as inspectorAlarms from './inspector-alarms.js';
import { alarmList, factList, figureFacts, plateFacts, signalList, workFacts } from './inspector-parts.js';
import { groupSummary, machinesOf } from './inspector-summary.js';
import { partStyles } from './parts.styles.js';
import { definitionsOf } from './signal-rows.js';
import { paintSpark } from './spark.js';

addEnglish(inspectorTerms);

/** What the inspector needs beyond its own sheet. */
export const screenStyles = [stateStyles, alarmMarkStyles, partStyles];

/** A part that can be folded. */
type Part = 'alarms' | 'signals' | DetailSection;

/** All of an inspector that is loaded when there is first something to show. */
export class InspectorScreen {
  readonly #host: TwinInspector;
  readonly #twin: TwinController;
  readonly #layers = new ChartLayers({
    strip: { paint: (context, width, height) => this.#paintStrip(context, width, height) },
    spark: { paint: (context, width, height) => this.#paintSpark(context, width, height) },
  });
  readonly #alarms: AlarmFollower<typeof inspectorAlarms>;
  readonly #open = new Set<Part>(['alarms', 'signals']);
  /** What is followed. */
  addresses: readonly string[] = [];
  #addressesOf: { twin: Twin; equipment: Equipment } | undefined;
  /** What is read once a second, however often the element is rendered. */
  #figures:
    { readonly key: string; readonly oee: EquipmentOee; readonly energy: EquipmentEnergy } | undefined;

  constructor(host: TwinInspector, twin: TwinController) {
    this.#host = host;
    this.#twin = twin;
    this.#alarms = new AlarmFollower(
      () => import('./inspector-alarms.js'),
      () => host.requestUpdate(),
    );
    host.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && host.sheet) this.#select(undefined);
    });
  }

  /** Reads what is to be shown, before the element is rendered. */
  read(twin: Twin | undefined, found: Equipment | undefined): void {
    const equipment = this.#host.locked ? undefined : found;
    const of = this.#addressesOf;
    if (equipment !== of?.equipment || (equipment && twin !== of?.twin)) {
      this.#addressesOf = twin && equipment && { twin, equipment };
      this.addresses = twin && equipment ? addressesOf(twin, equipment) : [];
      // The controllers have looked at the addresses already.
      queueMicrotask(() => this.#host.requestUpdate());
    }
    if (!twin || !equipment) {
      this.#figures = undefined;
      this.#alarms.end();
      return;
    }
    this.#alarms.read(twin, [equipment.id]);
    const interval = this.#interval(twin);
    const key = `${equipment.id} ${interval.from} ${interval.to} ${Math.floor(twin.clock.now() / 1000)}`;
    if (key === this.#figures?.key) return;
    this.#figures = {
      key,
      oee: equipmentOee(twin, equipment.id, interval),
      energy: equipmentEnergy(twin, equipment.id, interval),
    };
  }

  /** Asks for strip and lines, after the element was rendered. */
  updated(): void {
    const { colours } = this.#twin;
    const content = `${this.#figures?.key} ${colours.revision} ${[...this.#open].join(' ')}`;
    this.#layers.update(this.#host.shadowRoot, content);
  }

  /** Ends all that was begun; `updated` begins anew. */
  dispose(): void {
    this.#layers.dispose();
    this.#alarms.end();
  }

  /** All about an equipment. */
  render(twin: Twin, equipment: Equipment): TemplateResult {
    const { terms, language } = this.#twin;
    const head = { twin, equipment, language, select: this.#select };
    if (this.#host.locked)
      return html`${inspectorHead(head)}
        <p class="message quiet">${terms.noPermission}</p>`;
    return html`<section aria-labelledby="name">
      ${inspectorHead(head)}
      ${equipment.level === 'workUnit' ? this.#renderMachine(twin, equipment) : this.#renderGroup(twin, equipment)}
    </section>`;
  }

  #interval(twin: Twin) {
    return intervalOf(twin, this.#host.range || this.#twin.range);
  }

  #paintStrip({ canvas }: CanvasRenderingContext2D, width: number, height: number): void {
    const of = this.#addressesOf;
    if (!of) return;
    const { twin, equipment } = of;
    paintStrip(canvas, width, height, {
      series: twin.seriesOf(equipment.id, 'state', 'state'),
      interval: this.#interval(twin),
      now: twin.clock.now(),
      bar: 12,
      colours: this.#twin.colours,
    });
  }

  #paintSpark(context: CanvasRenderingContext2D, width: number, height: number): void {
    const of = this.#addressesOf;
    const name = context.canvas.dataset['signal'];
    if (!of || name === undefined) return;
    const { twin, equipment } = of;
    const series = twin.seriesOf(equipment.id, name, 'number');
    if (!series) return;
    const until = Math.min(twin.clock.now(), twin.knownUntil(equipment.id, name));
    paintSpark(context, series, this.#interval(twin), until, width, height, this.#twin.colours);
  }

  readonly #select = (id: string | undefined): void => {
    this.#twin.twin?.selection.select(id);
    if (id !== undefined) this.#host.dispatchEvent(new TwinSelectEvent(id));
  };

  #toggle(part: Part, event: Event): void {
    if ((event.target as HTMLDetailsElement).open) this.#open.add(part);
    else this.#open.delete(part);
    this.#host.requestUpdate();
  }

  #renderMachine(twin: Twin, equipment: Equipment): TemplateResult {
    const { language, terms } = this.#twin;
    const interval = this.#interval(twin);
    const priorities = this.#alarms.parts?.prioritiesOf(twin, equipment.id, interval);
    return html`${stateRow({ twin, equipment, language, select: this.#select })}
      <canvas class="strip" part="strip" aria-hidden="true"></canvas>
      ${this.#renderFacts([...workFacts(twin, equipment, language), ...this.#figureFacts()])}
      ${this.#renderPart('alarms', terms.alarmsTitle, () =>
        alarmList(twin, equipment, interval, language, priorities),
      )}
      ${this.#renderPart('signals', terms.signalsTitle, () => signalList(twin, equipment, language))}
      ${this.#renderDetails(twin, equipment)}`;
  }

  /** The nameplate, and what sources tell beside signals. */
  #renderDetails(twin: Twin, equipment: Equipment): unknown {
    const { language, terms } = this.#twin;
    const details = twin.details.of(equipment.id);
    const of = (section: DetailSection) => details.filter((one) => one.section === section);
    const facts = plateFacts(equipment, language);
    // What the workshop file says as well is said once.
    const isNew = ({ value }: EquipmentDetail) =>
      !facts.some(([, fact]) => fact === textIn(value, language.tag));
    const plate = of('nameplate').filter(isNew);
    const part = (section: DetailSection, title: string, list: typeof detailList | typeof documentList) => {
      const own = of(section);
      return own.length > 0 ? this.#renderPart(section, title, () => list(own, language)) : nothing;
    };
    return html`${this.#renderPart(
      'nameplate',
      terms.nameplate,
      () => html`${factList(facts)}${detailList(plate, language)}`,
    )}
    ${part('technicalData', terms.technicalData, detailList)}
    ${part('documentation', terms.documents, documentList)}
    ${part('carbonFootprint', terms.carbonFootprint, detailList)}`;
  }

  #renderGroup(twin: Twin, equipment: Equipment): TemplateResult {
    const machines = machinesOf(twin, equipment);
    const { language, terms } = this.#twin;
    return html`<div class="part" part="part">
        ${
          machines.length === 0
            ? html`<p class="quiet">${terms.noMachines}</p>`
            : groupSummary(twin, machines, language, this.#select)
        }
      </div>
      ${this.#renderFacts(this.#figureFacts())}`;
  }

  #figureFacts() {
    const figures = this.#figures;
    return figures ? figureFacts(figures.oee, figures.energy, this.#twin.language) : [];
  }

  #renderFacts(facts: Parameters<typeof factList>[0]): unknown {
    const list = factList(facts);
    return list === nothing ? nothing : html`<div class="part" part="part">${list}</div>`;
  }

  /** A part that is rendered while it is open only. */
  #renderPart(part: Part, title: string, content: () => unknown): TemplateResult {
    const isOpen = this.#open.has(part);
    return html`<details
      class="part"
      part="part"
      ?open=${isOpen}
      @toggle=${(event: Event) => this.#toggle(part, event)}
    >
      <summary>${title}</summary>
      ${isOpen ? content() : nothing}
    </details>`;
  }
}

/** What is followed of a machine, or of the machines of a line or a workshop. */
function addressesOf(twin: Twin, equipment: Equipment): string[] {
  const { id } = equipment;
  if (equipment.level === 'workUnit')
    return definitionsOf(twin, equipment).map(({ name }) => `${id}/${name}`);
  return machinesOf(twin, equipment).flatMap((one) => [`${one}/state`, `${one}/reason`]);
}
