import { type Equipment, textIn, type Twin } from '@twinfloor/core';
import type { Colours } from '../internal/colours.js';
import type { Language } from '../internal/language.js';
import { intervalOf } from '../internal/range.js';
import { observeSize } from '../internal/resize.js';
import { isPrinting } from '../internal/visibility.js';
import { onTick } from '../internal/tick.js';
import { knows } from '../controllers/signals-controller.js';
import { Pace } from '../internal/pace.js';
import { Tile, type TileDensity } from './tile.js';
import type * as tileParts from './tile-parts.js';
import { plainView, powerFigure, type TileFigure, type TileView, tileView } from './tile-view.js';
import { addEnglish } from '../internal/language.js';
import { tileTerms } from '../locales/en/tile.js';

addEnglish(tileTerms);

/** What a tile is to show. */
export interface TileSettings {
  readonly twin: Twin | undefined;
  /** Id of the equipment. */
  readonly equipment: string;
  readonly range: string;
  readonly density: TileDensity;
  readonly language: Language;
  readonly colours: Colours;
  /** Whether a twin is on its way. */
  readonly loading: boolean;
  /** One sentence when no twin could be made. */
  readonly error: string | undefined;
  /** Whether the reader may not see this equipment. */
  readonly locked: boolean;
}

// Counts are read once a second and are always wanted by the twin: only these have to be followed.
const signals = ['state', 'reason', 'conditions', 'power'];

/** Height of the bars and of the canvas in px, with room for a fault above and below. */
const stripHeights = { compact: [6, 8], comfortable: [10, 14], touch: [14, 18], wall: [13, 17] } as const;

/** What is loaded later: strip, icons, counted figures, a voice. State, reason, duration and power do not wait. */
let parts: typeof tileParts | undefined;
let loading: Promise<void> | undefined;

async function loadParts(): Promise<void> {
  parts = await import('./tile-parts.js');
}

/**
 * A tile that follows one equipment. It subscribes while it is awake; asleep it costs nothing, and it reads what
 * it missed when it wakes up.
 */
export class LiveTile {
  readonly tile: Tile;
  readonly #lazy: boolean;
  #settings: TileSettings | undefined;
  #awake = false;
  #ends: (() => void)[] = [];
  #subscribed: Twin | undefined;
  #subscribedTo = '';
  #width = 0;
  #painted = '';
  #wasFault: boolean | undefined;
  /** What is shown of the state: the content of its series, as long as the source is heard in time. */
  #shownState: number | undefined;
  #counted: readonly [TileFigure, TileFigure] | undefined;
  readonly #pace = new Pace(() => this.#showChanges());
  readonly #changed = new Set<string>();

  /** @param role - `button` for a tile that stands alone, `option` for one of a list: that is filled when it wakes */
  constructor(role: 'button' | 'option') {
    this.tile = new Tile(role);
    this.#lazy = role === 'option';
  }

  get element(): HTMLElement {
    return this.tile.element;
  }

  /** Takes new settings and shows them. */
  update(settings: TileSettings): void {
    this.#settings = settings;
    this.tile.setDensity(settings.density);
    if (this.#awake) this.#subscribe();
    if (this.#awake || !this.#lazy) this.#refresh();
    else this.#showName(settings);
  }

  /** Follows the equipment from now on. */
  wake(): void {
    if (this.#awake) return;
    this.#awake = true;
    if (!parts) void (loading ??= loadParts()).then(() => this.#awake && this.#refresh());
    this.#subscribe();
    this.#refresh();
    // On paper there is no next frame, in which its size would be known.
    if (!isPrinting()) return;
    this.#width = this.tile.strip.clientWidth;
    this.#paint();
  }

  /** Ends all that runs. `wake` begins anew. */
  sleep(): void {
    this.#unsubscribe();
    if (this.#awake && this.#lazy) {
      this.tile.empty();
      this.#painted = '';
      if (this.#settings) this.#showName(this.#settings);
    }
    this.#awake = false;
  }

  #subscribe(): void {
    const settings = this.#settings;
    const twin = settings && this.#equipment(settings) ? settings.twin : undefined;
    if (twin === this.#subscribed && settings?.equipment === this.#subscribedTo) return;
    this.#unsubscribe();
    if (!twin || !settings) return;
    this.#subscribed = twin;
    this.#subscribedTo = settings.equipment;
    const addresses = signals
      .map((name) => `${settings.equipment}/${name}`)
      .filter((one) => knows(twin, one));
    this.#ends = [
      twin.subscribe(addresses, (changed) => {
        for (const address of changed) this.#changed.add(address);
        this.#pace.change();
      }),
      twin.clock.subscribe(() => this.#refresh()),
      onTick(() => this.#refresh()),
      observeSize(this.tile.strip, (width) => {
        this.#width = width;
        this.#paint();
      }),
    ];
  }

  #unsubscribe(): void {
    for (const end of this.#ends) end();
    this.#ends = [];
    this.#pace.end();
    this.#changed.clear();
    this.#subscribed = undefined;
    this.#wasFault = undefined;
  }

  #equipment({ twin, equipment, locked }: TileSettings): Equipment | undefined {
    return !locked && twin?.tree.has(equipment) ? twin.tree.get(equipment) : undefined;
  }

  /**
   * Counts and the strip change with each piece and each state, but are read once a second: a second is less than a
   * pixel. Power and state are shown in the frame they change, at the pace of a reader.
   */
  #showChanges(): void {
    const changed = this.#changed;
    const settings = this.#settings;
    const twin = settings?.twin;
    if (!settings || !twin) return;
    const id = settings.equipment;
    // Many sources repeat their state each second: that changes nothing as long as the tile says it is live.
    const isNewState =
      changed.has(`${id}/state`) && twin.seriesOf(id, 'state', 'state')?.contentRevision !== this.#shownState;
    if (isNewState || changed.has(`${id}/reason`) || changed.has(`${id}/conditions`)) {
      this.#show();
    } else if (changed.has(`${id}/power`)) {
      this.tile.showFigure(2, powerFigure(twin, id, twin.clock.now(), undefined, settings.language));
    }
    changed.clear();
  }

  /** Shows all anew, what is counted and painted too: when it is asked to, and once a second. */
  #refresh(): void {
    this.#counted = undefined;
    this.#show();
    this.#paint();
  }

  #show(): void {
    const settings = this.#settings;
    if (!settings) return;
    const { twin, language, density } = settings;
    const equipment = this.#equipment(settings);
    if (!twin || !equipment) {
      this.#present(this.#plainView(settings));
      return;
    }
    const isCompact = density === 'compact' || density === 'wall';
    this.#counted ??= parts?.countedFigures(
      twin,
      equipment,
      intervalOf(twin, settings.range),
      isCompact,
      language,
    );
    const view = tileView(twin, equipment, isCompact, language, this.#counted);
    this.#present(view, equipment);
    this.#shownState =
      view.look === 'live' ? twin.seriesOf(equipment.id, 'state', 'state')?.contentRevision : undefined;
    const fault = view.state === 'fault';
    // Only a fault that begins while one looks on is worth interrupting a reader for; one of the past is not.
    if (fault && this.#wasFault === false && twin.clock.mode === 'live') {
      parts?.announce(language.terms.faultAnnouncement(view.name, view.reason), language.tag);
    }
    this.#wasFault = this.#awake ? fault : undefined;
  }

  /** A tile out of view has its name, for those who do not see. */
  #showName(settings: TileSettings): void {
    const equipment = this.#equipment(settings);
    if (equipment) this.tile.attribute('aria-label', textIn(equipment.name, settings.language.tag));
  }

  #plainView({ twin, equipment, language, loading, error, locked }: TileSettings): TileView {
    const { terms } = language;
    const id = twin?.tree.has(equipment) ? textIn(twin.tree.get(equipment).name, language.tag) : equipment;
    if (locked) return plainView('locked', id, terms.noPermission);
    if (loading) return plainView('loading', id, terms.loading);
    if (error) return { ...plainView('message', id, error), duration: terms.retry };
    if (!twin) return plainView('message', id, terms.noTwin);
    if (id === 'selected') return plainView('message', '', terms.noSelection);
    return plainView('message', id, terms.noEquipment(id));
  }

  #present(view: TileView, equipment?: Equipment): void {
    if (!parts) this.tile.show(view);
    else parts.showDressed(this.tile, view, this.#settings!, equipment, this.#ends, () => this.#show());
  }

  #paint(): void {
    const settings = this.#settings;
    const twin = this.#subscribed;
    if (!settings || !twin || this.#width <= 0 || !parts) return;
    const [bar, height] = stripHeights[settings.density];
    const series = twin.series(`${settings.equipment}/state`, 'state');
    const interval = intervalOf(twin, settings.range);
    const now = twin.clock.now();
    // Live edges move in whole pixels: between them there is nothing new to see.
    const edge = Math.floor(((now - interval.from) / (interval.to - interval.from)) * this.#width);
    const { colours } = settings;
    const key = `${edge} ${interval.from} ${this.#width} ${series?.contentRevision} ${colours.revision} ${bar} ${devicePixelRatio}`;
    if (key === this.#painted) return;
    this.#painted = key;
    const strip = { series, interval, now, bar, colours };
    parts.paintStrip(this.tile.strip, this.#width, height, strip);
  }
}
