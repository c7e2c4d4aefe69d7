import { LiveTile, type TileSettings } from '../equipment/live-tile.js';
import { observeVisibility } from '../internal/visibility.js';

/** The settings that all tiles of a grid share. */
export type ShelfSettings = Omit<TileSettings, 'equipment'>;

function isSame(one: ShelfSettings, other: ShelfSettings | undefined): boolean {
  return Object.entries(one).every(([name, value]) => other?.[name as keyof ShelfSettings] === value);
}

/** The tiles of a grid by machine: made once, kept while the machine is there, awake while they can be seen. */
export class TileShelf {
  readonly #tiles = new Map<string, LiveTile>();
  readonly #ids = new WeakMap<Node, string>();
  readonly #watched = new Map<string, () => void>();
  #machines: readonly string[] = [];
  #settings: ShelfSettings | undefined;

  /**
   * Makes the tiles of new machines, drops those of machines that are gone, gives all of them their settings. Does
   * nothing when nothing is new: what changes by itself, tiles follow by themselves.
   */
  update(machines: readonly string[], settings: ShelfSettings): void {
    if (machines === this.#machines && isSame(settings, this.#settings)) return;
    this.#machines = machines;
    this.#settings = settings;
    const wanted = new Set(machines);
    for (const [id, tile] of this.#tiles) {
      if (wanted.has(id)) continue;
      this.#unwatch(id);
      tile.sleep();
      this.#tiles.delete(id);
    }
    for (const id of machines) {
      let tile = this.#tiles.get(id);
      if (!tile) {
        tile = new LiveTile('option');
        this.#tiles.set(id, tile);
        this.#ids.set(tile.element, id);
      }
      tile.update({ ...settings, equipment: id });
    }
  }

  /** The tile of a machine. */
  elementOf(id: string): HTMLElement | undefined {
    return this.#tiles.get(id)?.element;
  }

  /** The tiles of machines, in their order. */
  elementsOf(ids: readonly string[]): HTMLElement[] {
    return ids.map((id) => this.elementOf(id)).filter((element) => element !== undefined);
  }

  /** The machine of a tile. */
  idOf(element: EventTarget | null): string | undefined {
    return element instanceof Element ? this.#ids.get(element.closest('.tile') ?? element) : undefined;
  }

  /** Marks the selected tile, and the one that Tab leads to: by default the first. */
  mark(selected: string | undefined, entry: string | undefined): void {
    let first = entry === undefined || !this.#tiles.has(entry);
    for (const [id, { tile }] of this.#tiles) {
      tile.attribute('aria-selected', String(id === selected));
      tile.attribute('tabindex', first || id === entry ? '0' : '-1');
      first = false;
    }
  }

  /** Wakes tiles as they come into view and lets them sleep as they leave it. */
  watch(): void {
    for (const [id, tile] of this.#tiles) {
      if (tile.element.isConnected === this.#watched.has(id)) continue;
      if (this.#watched.has(id)) this.#unwatch(id);
      else {
        const end = observeVisibility(tile.element, (visible) => (visible ? tile.wake() : tile.sleep()));
        this.#watched.set(id, end);
      }
    }
  }

  /** Ends all that runs; `watch` begins anew. */
  sleep(): void {
    for (const [id, tile] of this.#tiles) {
      this.#unwatch(id);
      tile.sleep();
    }
  }

  #unwatch(id: string): void {
    this.#watched.get(id)?.();
    this.#watched.delete(id);
    this.#tiles.get(id)?.sleep();
  }
}
