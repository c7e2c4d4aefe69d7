import type { Twin } from '@twinfloor/core';
import {
  ClockController,
  SignalsController,
  TwinController,
  VisibilityController,
} from '@twinfloor/elements/controllers';
import {
  addEnglish,
  adoptStyles,
  define,
  floorPlanTerms,
  hostStyles,
  notice,
  sceneTerms,
} from '@twinfloor/elements/parts';
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { styles } from './scene.styles.js';
import type { SceneScreen } from './scene-screen.js';

addEnglish(floorPlanTerms);
addEnglish(sceneTerms);

const none: readonly string[] = [];

/**
 * @summary A workshop in 3D: every machine of the workshop file at its place, in its state, at the moment of the clock.
 *
 * Machines are models of their type, or the glTF file that their `placement.model` names. The plate under a machine and its
 * stack light show the state, a pin stands over each machine that is not running; faults, the selected machine and the one
 * pointed at have labels. Drag turns, the right button, Shift or two fingers move, the wheel (once the picture has the focus,
 * else with Ctrl) and a pinch zoom; so do arrows, Shift with arrows, plus and minus, and Home shows all. After the picture
 * comes a list of the machines, where arrows select and Enter flies. Without WebGL 2 the floor plan stands here, and it says so.
 *
 * Needs `three` beside it. Width and height are those of the page's style sheet; by itself it is 16:9.
 *
 * @tag twin-scene
 *
 * @fires {TwinSelectEvent} twin-select - Somebody chose a machine.
 *
 * @csspart plot - The picture with all that lies over it.
 * @csspart label - The label of a machine.
 * @csspart controls - Views, tour and zoom.
 * @csspart legend - The legend of a heat map.
 * @csspart list - The list of machines, seen while it has the focus.
 * @csspart note - A sentence about what could not be shown.
 *
 * @cssproperty [--twin-scene-height=min(620px, 80vh)] - Greatest height of the picture.
 */
export class TwinScene extends LitElement {
  static override styles = [hostStyles, styles];

  readonly #twin = new TwinController(this);
  readonly #visibility = new VisibilityController(this);
  #screen: SceneScreen | undefined;
  #isAsked = false;

  /** Why the picture could not be loaded; a page may ask again. */
  @state() private failed = false;

  /** Id of a site, a workshop or a line. Default: everything in the workshop file. */
  @property() equipment = '';

  /** Name of a number signal whose values colour the floor below machines, e.g. `power`, or `oee`. Default: none. */
  @property() heat = '';

  /** Time that the OEE of a heat map looks at: `shift`, `day`, `week`, an ISO 8601 duration or interval. Default: the provider's. */
  @property() range = '';

  /** Name or position (from 0) of a view of the floor to look from. Default: the whole floor. */
  @property() view = '';

  /** Flies to each machine that is selected, here or elsewhere. */
  @property({ type: Boolean }) follow = false;

  /** Goes from view to view, until somebody takes hold of the picture. */
  @property({ type: Boolean }) tour = false;

  /** Leaves out the buttons over the picture. */
  @property({ type: Boolean, attribute: 'no-controls' }) noControls = false;

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
    new SignalsController(this, {
      twin,
      visible,
      addresses: () => this.#screen?.addresses ?? none,
      changed: (changed) => this.#screen?.observed(changed),
    });
    new ClockController(this, { twin, visible, tick: () => this.#screen?.tick() });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#screen?.dispose();
  }

  /** Flies to a machine; what is not in the scene is left alone. With reduced motion the picture changes at once. */
  flyTo(equipment: string): void {
    this.#screen?.flyTo(equipment);
  }

  /** Brings the whole floor into the picture. */
  showAll(): void {
    this.#screen?.showAll();
  }

  protected override willUpdate(): void {
    // What is not on the screen is not loaded.
    if (this.#visibility.visible && !this.#isAsked) void this.#load();
    this.#screen?.read(this.#twin.twin);
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.#screen?.updated(this.#visibility.visible, changed);
  }

  async #load(): Promise<void> {
    this.#isAsked = true;
    this.failed = false;
    try {
      const { SceneScreen, screenStyles } = await import('./scene-screen.js');
      for (const one of screenStyles) adoptStyles(this, one);
      this.#screen = new SceneScreen(this, this.#twin);
      this.requestUpdate();
    } catch (error) {
      console.warn('<twin-scene> could not load its picture.', error);
      this.failed = true;
    }
  }

  protected override render(): TemplateResult {
    const { twin, terms, loading } = this.#twin;
    const reason = this.locked
      ? terms.noPermission
      : loading
        ? undefined
        : notice(this.#twin, this.equipment);
    if (reason) return html`<p class="quiet">${reason}</p>`;
    if (this.failed)
      return html`<p class="quiet">
        ${terms.sceneFailed} <button class="verb" @click=${() => void this.#load()}>${terms.retry}</button>
      </p>`;
    if (!twin || !this.#screen)
      return html`<span class="bone" role="status" aria-label=${terms.loading}></span>`;
    return this.#screen.render(twin);
  }
}

define('twin-scene', TwinScene);

declare global {
  interface HTMLElementTagNameMap {
    'twin-scene': TwinScene;
  }
}
