import { type Text, textIn, type Twin } from '@twinfloor/core';
import type { SceneView } from '../three/viewpoint.js';
import type { SiteLayout } from './site-layout.js';

/** A place from which a scene is looked at, by name. */
export interface NamedView {
  readonly name: Text;
  readonly view: SceneView;
}

/** Degrees from which a view looks that does not say it; see `FloorView` of core. */
const [azimuth, elevation] = [25, 38];

/**
 * The views of what is shown: those of its floor; where several floors are shown, those of the site and then each floor.
 *
 * @param id - of a site, a workshop or a line; empty: everything
 */
export function namedViews(twin: Twin, id: string, site: SiteLayout): NamedView[] {
  const { tree } = twin;
  const roots = id ? [id] : tree.roots;
  const withFloor = roots.map((root) => [root, ...tree.ancestors(root)].find((one) => tree.get(one).floor));
  const machinesOf = (equipment: string | undefined) => {
    if (equipment === undefined || !tree.has(equipment)) return undefined;
    const found = tree.workUnits(equipment).flatMap((one) => site.indices.get(one) ?? []);
    return found.length > 0 ? found : undefined;
  };
  const views = [...new Set(withFloor)].flatMap((owner) =>
    (owner === undefined ? [] : (tree.get(owner).floor?.views ?? [])).map((one): NamedView => ({
      name: one.name,
      view: {
        machines: machinesOf(one.equipment),
        azimuth: one.azimuth ?? azimuth,
        elevation: one.elevation ?? elevation,
      },
    })),
  );
  const shown = site.floors.filter((floor) => floor !== undefined);
  if (shown.length < 2) return views;
  const floors = shown.map((floor): NamedView => ({
    name: floor.name,
    view: { machines: machinesOf(floor.id), azimuth, elevation },
  }));
  return [...views, ...floors.filter(({ view }) => view.machines)];
}

/** The position of a view that a `view` attribute names: by its name in any language, or by number; -1 for none. */
export function indexOfView(views: readonly NamedView[], wanted: string): number {
  const word = wanted.trim();
  if (word === '') return -1;
  const named = views.findIndex(({ name }) =>
    (typeof name === 'string' ? [name] : Object.values(name)).includes(word),
  );
  if (named >= 0) return named;
  const index = Number(word);
  return Number.isInteger(index) && index >= 0 && index < views.length ? index : -1;
}

/** The name of a view in a language. */
export function nameOfView({ name }: NamedView, tag: string): string {
  return textIn(name, tag);
}
