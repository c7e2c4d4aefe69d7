import {
  type Equipment,
  type EquipmentEnergy,
  equipmentEnergy,
  type EquipmentOee,
  equipmentOee,
  type Twin,
} from '@twinfloor/core';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ChartLayers } from '../charts/layers.js';
import { notice } from '../charts/notice.js';
import { ClockController } from '../controllers/clock-controller.js';
import { SignalsController } from '../controllers/signals-controller.js';
import { TwinController } from '../controllers/twin-controller.js';
import { VisibilityController } from '../controllers/visibility-controller.js';
import { paintStrip } from '../equipment/shift-strip.js';
import { TwinSelectEvent } from '../events/select-event.js';
import { define } from '../internal/define.js';
import { hostStyles } from '../internal/host.styles.js';
import { addEnglish } from '../internal/language.js';
import { intervalOf } from '../internal/range.js';
import { stateStyles } from '../internal/state.styles.js';
import { inspectorTerms } from '../locales/en/inspector.js';
import { inspectorHead, stateRow } from './inspector-head.js';
import { alarmList, factList, figureFacts, plateFacts, signalList, workFacts } from './inspector-parts.js';
import { groupSummary, machinesOf } from './inspector-summary.js';
import { styles } from './inspector.styles.js';
import { definitionsOf } from './signal-rows.js';
import { paintSpark } from './spark.js';

addEnglish(inspectorTerms);

/** A part that can be folded. */
type Part = 'alarms' | 'signals' | 'nameplate';

/**
 * @summary All about one machine: state, order, OEE, energy, alarms, signals with their lines, nameplate.
 *
 * Shows what is selected unless it is told an equipment. A line or a workshop is summed up: how many machines are in which
 * state, and which need somebody. Only the parts that are open cost anything.
 *
 * @tag twin-inspector
 *
 * @fires {TwinSelectEvent} twin-select - Somebody chose an equipment in it.
 *
 * @csspart head - Name, icon and the way down to it.
 * @csspart name - The name of the equipment.
 * @csspart state - The state of a machine.
 * @csspart strip - The states of the range as a strip.
 * @csspart counts - The machines of a line or workshop by state.
 * @csspart part - Each part below.
 *
 * @cssproperty [--twin-inspector-background=var(--twin-color-surface)] - Ground of the element.
 * @cssproperty [--twin-inspector-layer=10] - Its `z-index` as a sheet.
 */
export class TwinInspector extends LitElement {
  static override styles = [hostStyles, stateStyles, styles];

  readonly #twin = new TwinController(this);
  readonly #visibility = new VisibilityController(this);
  readonly #layers = new ChartLayers({
    strip: { paint: (context, width, height) => this.#paintStrip(context, width, height) },
    spark: { paint: (context, width, height) => this.#paintSpark(context, width, height) },
  });
  readonly #open = new Set<Part>(['alarms', 'signals']);
  #addresses: readonly string[] = [];
  #addressesOf: { twin: Twin; equipment: Equipment } | undefined;
  /** What is read once a second, however often the element is rendered. */
  #figures:
    { readonly key: string; readonly oee: EquipmentOee; readonly energy: EquipmentEnergy } | undefined;

  /** Id of a machine, a line or a workshop, or `selected`: the one that is selected. */
  @property() equipment = 'selected';

  /** Time that strip, OEE, energy, alarms and lines look at: `shift`, `day`, `week`, an ISO 8601 duration or interval. Default: the provider's. */
  @property() range = '';

  /** On a narrow screen it lies at the bottom of it, over the page, and is not there while nothing is selected. */
  @property({ type: Boolean, reflect: true }) sheet = false;

  /** Shows that the reader may not see these data. */
  @property({ type: Boolean, reflect: true }) locked = false;

  /** Id of a provider elsewhere on the page. Default: the one around the element. */
  @property() provider = '';

  /** A twin made by script; goes before any provider. */
  @property({ attribute: false }) twin: Twin | undefined;

  constructor() {
    super();
    const twin = () => this.#twin.twin;
    const visible = () => this.#visibility.visible;
    new SignalsController(this, { twin, visible, addresses: () => this.#addresses });
    new ClockController(this, { twin, visible });
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.sheet) this.#select(undefined);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#layers.dispose();
  }

  protected override willUpdate(): void {
    const { twin } = this.#twin;
    const equipment = this.locked ? undefined : this.#twin.equipment(this.equipment);
    const of = this.#addressesOf;
    if (equipment !== of?.equipment || (equipment && twin !== of?.twin)) {
      this.#addressesOf = twin && equipment && { twin, equipment };
      this.#addresses = twin && equipment ? addressesOf(twin, equipment) : [];
      // The controllers have looked at the addresses already.
      queueMicrotask(() => this.requestUpdate());
    }
    if (!twin || !equipment) {
      this.#figures = undefined;
      return;
    }
    const interval = this.#interval(twin);
    const key = `${equipment.id} ${interval.from} ${interval.to} ${Math.floor(twin.clock.now() / 1000)}`;
    if (key === this.#figures?.key) return;
    this.#figures = {
      key,
      oee: equipmentOee(twin, equipment.id, interval),
      energy: equipmentEnergy(twin, equipment.id, interval),
    };
  }

  protected override updated(): void {
    this.toggleAttribute('empty', !this.#twin.equipment(this.equipment));
    const { colours } = this.#twin;
    this.#layers.update(
      this.shadowRoot,
      `${this.#figures?.key} ${colours.revision} ${[...this.#open].join(' ')}`,
    );
  }

  #interval(twin: Twin) {
    return intervalOf(twin, this.range || this.#twin.range);
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
    if (id !== undefined) this.dispatchEvent(new TwinSelectEvent(id));
  };

  #toggle(part: Part, event: Event): void {
    if ((event.target as HTMLDetailsElement).open) this.#open.add(part);
    else this.#open.delete(part);
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { twin, terms, loading, language } = this.#twin;
    if (loading) {
      return html`<div role="status" aria-label=${terms.loading}>
        ${[0, 1, 2, 3].map(() => html`<span class="bone"></span>`)}
      </div>`;
    }
    const equipment = this.#twin.equipment(this.equipment);
    if (!twin || !equipment) {
      const isSelected = this.equipment === 'selected';
      return html`<p class="message quiet">
        ${notice(this.#twin, isSelected ? '' : this.equipment) ?? (isSelected ? terms.noSelection : terms.noData)}
      </p>`;
    }
    const head = { twin, equipment, language, select: this.#select };
    if (this.locked)
      return html`${inspectorHead(head)}
        <p class="message quiet">${terms.noPermission}</p>`;
    return html`<section aria-labelledby="name">
      ${inspectorHead(head)}
      ${equipment.level === 'workUnit' ? this.#renderMachine(twin, equipment) : this.#renderGroup(twin, equipment)}
    </section>`;
  }

  #renderMachine(twin: Twin, equipment: Equipment): TemplateResult {
    const { language, terms } = this.#twin;
    return html`${stateRow({ twin, equipment, language, select: this.#select })}
      <canvas class="strip" part="strip" aria-hidden="true"></canvas>
      ${this.#renderFacts([...workFacts(twin, equipment, language), ...this.#figureFacts()])}
      ${this.#renderPart('alarms', terms.alarmsTitle, () =>
        alarmList(twin, equipment, this.#interval(twin), language),
      )}
      ${this.#renderPart('signals', terms.signalsTitle, () => signalList(twin, equipment, language))}
      ${this.#renderPart('nameplate', terms.nameplate, () => factList(plateFacts(equipment, language)))}`;
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

define('twin-inspector', TwinInspector);

declare global {
  interface HTMLElementTagNameMap {
    'twin-inspector': TwinInspector;
  }
}
