import type { Energy, Equipment, Twin, Workshop } from '@twinfloor/core';
import { frames } from '../../testing/page.js';
import { sampleNow, sampleTwin, sampleWorkshop } from '../../testing/sample-twin.js';
import '../../index.js';

/** Each element, some in two forms, with the attributes it shows something with. */
export const allElements: readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[] =
  [
    ['twin-equipment', { equipment: 'press-04' }],
    ['twin-equipment', { equipment: 'mill-01', density: 'compact' }],
    ['twin-equipment-grid', { equipment: 'line-a', controls: '' }],
    ['twin-equipment-board', { equipment: 'hall-1' }],
    ['twin-stack-light', { equipment: 'robot-01' }],
    ['twin-state-timeline', { equipment: 'line-b' }],
    ['twin-state-summary', { equipment: 'line-a' }],
    ['twin-oee', { equipment: 'lathe-02' }],
    ['twin-oee-trend', { equipment: 'line-a' }],
    ['twin-production', { equipment: 'line-a' }],
    ['twin-power', { equipment: 'hall-1' }],
    ['twin-energy', { equipment: 'line-a' }],
    ['twin-connections', {}],
    ['twin-connections', { density: 'compact' }],
    ['twin-clock', {}],
    ['twin-clock', { display: 'dial' }],
    ['twin-tree', { equipment: 'hall-1' }],
    ['twin-floor-plan', { equipment: 'hall-1' }],
    ['twin-inspector', { equipment: 'press-04' }],
    ['twin-value', { equipment: 'press-03', signal: 'power' }],
    ['twin-trend', { equipment: 'press-03', signal: 'power' }],
  ];

/** Makes one of each, with more attributes for all. */
export function makeAll(more: Readonly<Record<string, string>> = {}): HTMLElement[] {
  return allElements.map(([tag, attributes]) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries({ ...attributes, ...more })) element.setAttribute(name, value);
    return element;
  });
}

/** The sample workshop with places on a floor, a tariff, factors and a plan, so that each element has its whole content. */
export function wholeWorkshop(): Workshop {
  const sample = sampleWorkshop();
  const machines = sample.equipment.filter(({ level }) => level === 'workUnit');
  const places = new Map(
    machines.map(({ id }, index) => [id, { x: 4 + (index % 8) * 5, y: 5 + Math.floor(index / 8) * 9 }]),
  );
  const equipment = sample.equipment.map((one): Equipment => {
    const placement = places.get(one.id);
    if (placement) return { ...one, placement };
    return one.level === 'area' ? { ...one, floor } : one;
  });
  const production = Object.fromEntries(machines.map(({ id }) => [id, 32]));
  return { ...sample, equipment, energy, targets: { ...sample.targets, production } };
}

const floor: Equipment['floor'] = {
  width: 44,
  depth: 20,
  zones: [],
  aisles: [
    {
      points: [
        [0, 9.5],
        [44, 9.5],
      ],
      width: 2,
    },
  ],
  views: [],
};

const energy: Energy = {
  carriers: [],
  meters: [],
  demandInterval: 15,
  tariffs: [
    {
      currency: 'CNY',
      bands: [
        { band: 'valley', price: 0.31, hours: [{ from: '00:00', to: '08:00' }] },
        { band: 'flat', price: 0.62, hours: [{ from: '08:00', to: '10:00' }] },
        { band: 'peak', price: 1.02, hours: [{ from: '10:00', to: '12:00' }] },
        { band: 'flat', price: 0.62, hours: [{ from: '12:00', to: '24:00' }] },
      ],
    },
  ],
  emissionFactors: [{ carrier: 'electricity', factor: 0.5, year: 2024 }],
};

/** The whole sample workshop; `silentFor` says for how many minutes nothing has been heard. */
export function wholeTwin(silentFor = 0): Twin {
  return sampleTwin(() => sampleNow + silentFor * 60_000, wholeWorkshop());
}

/** Opens what an element keeps folded: tables, explanations, details. */
export async function openAll(elements: readonly HTMLElement[]): Promise<void> {
  for (const element of elements) {
    if (element.localName === 'twin-oee') element.setAttribute('explained', '');
    if (element.localName === 'twin-energy') element.setAttribute('explained', 'energy');
    const root = element.shadowRoot!;
    for (const button of root.querySelectorAll<HTMLElement>('button[aria-expanded="false"]')) button.click();
    for (const details of root.querySelectorAll('details')) details.open = true;
  }
  await frames(10);
}

/** Waits until no element draws any more, at most five seconds: parts come by import(), one after the other. */
export async function calm(root: Element): Promise<void> {
  const text = () =>
    [...root.children]
      .map(({ shadowRoot }) => `${shadowRoot?.querySelectorAll('*').length} ${shadowRoot?.textContent}`)
      .join();
  const end = performance.now() + 5000;
  for (let before = '', same = 0; same < 4 && performance.now() < end; before = text()) {
    await frames(6);
    same = text() === before ? same + 1 : 0;
  }
}
