import {
  type Equipment,
  type EquipmentType,
  equipmentType,
  type Product,
  type Workshop,
} from '@twinfloor/core';

/** What an equipment is to the simulation. */
export type Role = 'machine' | 'store' | 'vehicle' | 'meter' | 'cell' | 'utility' | 'none';

/** Equipment that hands on to each other, so that it works on the same orders. */
export interface Flow {
  /** In the order of the file. */
  readonly members: readonly Equipment[];
  /** The products whose cycles name one of them. */
  readonly products: readonly Product[];
}

const roles: Partial<Record<EquipmentType, Role>> = {
  storageRack: 'store',
  vehicle: 'vehicle',
  meter: 'meter',
  tank: 'cell',
  reactor: 'cell',
  pump: 'cell',
  compressor: 'utility',
  boiler: 'utility',
};

/** Who hands on to whom, as `feeds` of the workshop file says. */
export class FlowMap {
  readonly flows: readonly Flow[];
  readonly #equipment: ReadonlyMap<string, Equipment>;
  readonly #feeders = new Map<string, Equipment[]>();
  readonly #producers: ReadonlySet<string>;

  constructor({ equipment, products }: Workshop) {
    this.#equipment = new Map(equipment.map((one) => [one.id, one]));
    this.#producers = new Set(products.flatMap(({ idealCycle }) => Object.keys(idealCycle)));
    for (const one of equipment) {
      for (const id of one.feeds ?? []) {
        const feeders = this.#feeders.get(id);
        if (feeders) feeders.push(one);
        else this.#feeders.set(id, [one]);
      }
    }
    this.flows = this.#groups(equipment, products);
  }

  /** What an equipment is to the simulation. */
  role(one: Equipment): Role {
    if (one.level !== 'workUnit') return 'none';
    const role = roles[equipmentType(one.type)];
    if (role) return role;
    const isProducer = one.idealCycle !== undefined || this.#producers.has(one.id);
    return isProducer || (one.feeds ?? []).length > 0 || this.#feeders.has(one.id) ? 'machine' : 'utility';
  }

  /** What an equipment feeds, of a role. */
  targets({ feeds = [] }: Equipment, role: Role): Equipment[] {
    return feeds.flatMap((id) => this.#equipment.get(id) ?? []).filter((one) => this.role(one) === role);
  }

  /** What feeds an equipment, of a role. */
  feeders({ id }: Equipment, role: Role): Equipment[] {
    return (this.#feeders.get(id) ?? []).filter((one) => this.role(one) === role);
  }

  #groups(equipment: readonly Equipment[], products: readonly Product[]): Flow[] {
    const flowing = equipment.filter((one) => ['machine', 'cell'].includes(this.role(one)));
    const leader = new Map<string, string>(flowing.map(({ id }) => [id, id]));
    const find = (id: string): string => {
      let root = id;
      for (let next = leader.get(root) as string; next !== root; next = leader.get(root) as string)
        root = next;
      leader.set(id, root);
      return root;
    };
    for (const one of flowing) {
      for (const id of one.feeds ?? []) {
        if (leader.has(id)) leader.set(find(id), find(one.id));
      }
    }
    const groups = new Map<string, Equipment[]>();
    for (const one of flowing) {
      const root = find(one.id);
      const group = groups.get(root);
      if (group) group.push(one);
      else groups.set(root, [one]);
    }
    const productsOf = new Map<string, Product[]>();
    for (const product of products) {
      for (const root of new Set(
        Object.keys(product.idealCycle).flatMap((id) => (leader.has(id) ? find(id) : [])),
      )) {
        productsOf.set(root, [...(productsOf.get(root) ?? []), product]);
      }
    }
    return Array.from(groups, ([root, members]) => ({ members, products: productsOf.get(root) ?? [] }));
  }
}
