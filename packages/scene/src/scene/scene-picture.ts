import { equipmentStates } from '@twinfloor/core';
import { alarmShapes, type Colours, observeSize, pixelRatioOf, stateGlyphs } from '@twinfloor/elements/parts';
import type { ModelSet } from '../models/model-set.js';
import { OrbitInput } from '../three/orbit-input.js';
import type { SceneView } from '../three/viewpoint.js';
import { Workshop3d } from '../three/workshop-3d.js';
import { sceneColours } from './scene-colours.js';
import type { SiteLayout } from './site-layout.js';

/** Device pixels of a CSS pixel, at most: more is not seen and costs as much again. */
const finest = 2;

/** Shares of a picture that labels at its lower edge need, on a phone. */
const dockMargins = { left: 0.03, right: 0.03, top: 0.08, bottom: 0.16 };
const openMargins = { left: 0.02, right: 0.02, top: 0.08, bottom: 0.03 };

/** Width in px below which labels are docked at the lower edge. */
const narrow = 520;

/** What happens to a picture. */
export interface PictureEvents {
  readonly pick: (index: number) => void;
  readonly hover: (index: number) => void;
  readonly drawn: () => void;
  readonly lost: (lost: boolean) => void;
  readonly resized: () => void;
}

/** The canvas of a scene: a workshop in 3D with the colours, the size and the input of its element. */
export class ScenePicture {
  readonly workshop: Workshop3d;
  readonly #input: OrbitInput;
  readonly #ends: (() => void)[] = [];
  #revision = -1;
  #home: SceneView | undefined;
  #isFramed = false;

  /**
   * @param plot - what the canvas fills
   * @throws {Error} without WebGL 2
   */
  constructor(
    plot: HTMLElement,
    canvas: HTMLCanvasElement,
    site: SiteLayout,
    models: ModelSet,
    events: PictureEvents,
  ) {
    const font = getComputedStyle(plot).fontFamily;
    const glyphs = equipmentStates.map((state) => stateGlyphs[state]);
    const { drawn: onFrame, lost: onLost, pick: onPick, hover: onHover } = events;
    const alarms = Object.values(alarmShapes);
    this.workshop = new Workshop3d(canvas, site.layout, { models, glyphs, alarms, font, onFrame, onLost });
    this.#input = new OrbitInput(canvas, this.workshop, { onPick, onHover });
    this.#ends.push(
      observeSize(plot, (width, height) => {
        this.#resize(width, height, Math.min(finest, pixelRatioOf(plot)));
        events.resized();
      }),
      onReducedMotion((reduced) => (this.workshop.motion = !reduced)),
    );
  }

  /** Whether labels are docked at the lower edge. */
  get isNarrow(): boolean {
    return this.workshop.view.size[0] < narrow;
  }

  /** Paints with the colours of the place, if they are others now. */
  setColours(colours: Colours): void {
    if (colours.revision === this.#revision) return;
    this.#revision = colours.revision;
    this.workshop.setColours(sceneColours(colours));
  }

  /** From where the picture begins, and what `showAll` goes back to. Default: the whole site. */
  setHome(home: SceneView | undefined): void {
    this.#home = home;
    if (this.#isFramed) this.showAll();
  }

  /** Shows all that was asked for. */
  showAll(): void {
    if (this.#home) this.workshop.flyTo(this.#home);
    else this.workshop.view.fit(this.isNarrow ? dockMargins : openMargins);
  }

  /** Gives all back. */
  dispose(): void {
    for (const end of this.#ends) end();
    this.#input.dispose();
    this.workshop.dispose();
  }

  #resize(width: number, height: number, ratio: number): void {
    if (width === 0 || height === 0) return;
    const { workshop } = this;
    workshop.resize(width, height, ratio);
    if (!this.#isFramed) {
      this.#isFramed = true;
      workshop.view.fit(this.isNarrow ? dockMargins : openMargins);
      if (this.#home) workshop.view.flyTo(this.#home, false);
    }
    // A canvas that gets another size is empty; nobody is to see that.
    if (workshop.needsFrame) workshop.frame(performance.now());
  }
}

/** Says now and on each change whether the reader wants nothing to move; returns how to end that. */
function onReducedMotion(listener: (reduced: boolean) => void): () => void {
  const query = matchMedia('(prefers-reduced-motion: reduce)');
  const tell = () => listener(query.matches);
  tell();
  query.addEventListener('change', tell);
  return () => query.removeEventListener('change', tell);
}
