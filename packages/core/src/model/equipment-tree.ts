import type { Equipment } from './workshop-types.js';

interface Node {
  readonly equipment: Equipment;
  readonly children: string[];
  ancestors?: readonly string[];
  workUnits?: readonly string[];
}

/**
 * Who belongs to whom in a workshop. Equipment keep the order of the file; each look-up costs the same however
 * many there are. Ids that the workshop does not have are refused with a RangeError, except by `has`.
 */
export class EquipmentTree {
  /** Ids of the equipment without a parent. */
  readonly roots: readonly string[];
  readonly #nodes = new Map<string, Node>();

  /**
   * @param equipment - unique ids; each parent among them, without a cycle
   * @throws {RangeError} if an id comes twice, a parent is not there or the parents run in a circle
   */
  constructor(equipment: readonly Equipment[]) {
    for (const one of equipment) {
      if (this.#nodes.has(one.id))
        throw new RangeError(`invalid equipment: ${one.id} comes twice, allowed: once`);
      this.#nodes.set(one.id, { equipment: one, children: [] });
    }
    const roots: string[] = [];
    for (const { id, parent } of equipment)
      (parent === undefined ? roots : this.#node(parent).children).push(id);
    this.roots = roots;
    this.#refuseCycles(equipment.length);
  }

  /** Whether the workshop has an equipment. */
  has(id: string): boolean {
    return this.#nodes.has(id);
  }

  /** The equipment of an id. */
  get(id: string): Equipment {
    return this.#node(id).equipment;
  }

  /** Ids of the equipment directly below one. */
  children(id: string): readonly string[] {
    return this.#node(id).children;
  }

  /** Ids of the equipment above one, the nearest first. */
  ancestors(id: string): readonly string[] {
    const node = this.#node(id);
    const { parent } = node.equipment;
    return (node.ancestors ??= parent === undefined ? [] : [parent, ...this.ancestors(parent)]);
  }

  /** Ids of all work units (machines, meters) below an equipment; a work unit itself is its only one. */
  workUnits(id: string): readonly string[] {
    const node = this.#node(id);
    return (node.workUnits ??=
      node.equipment.level === 'workUnit' ? [id] : node.children.flatMap((child) => this.workUnits(child)));
  }

  #node(id: string): Node {
    const node = this.#nodes.get(id);
    if (!node) throw new RangeError(`unknown equipment: ${id}, allowed: an id of the workshop`);
    return node;
  }

  #refuseCycles(count: number): void {
    const reached = [...this.roots];
    for (const id of reached) reached.push(...this.children(id));
    if (reached.length === count) return;
    const found = new Set(reached);
    const lost = [...this.#nodes.keys()].filter((id) => !found.has(id));
    throw new RangeError(`invalid parents: ${lost.join(', ')} run in a circle, allowed: a tree`);
  }
}
