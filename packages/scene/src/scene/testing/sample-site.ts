import { Clock, Twin } from '@twinfloor/core';
import { parseWorkshop } from '@twinfloor/core/workshop';
import { Workshop3d } from '../../three/workshop-3d.js';
import type { TwinScene } from '../scene.js';

/** 25 October 2022, 11:42 in Shanghai: the moment that the sample shows. */
export const sampleNow = Date.UTC(2022, 9, 25, 3, 42);

const minute = 60_000;

/** What a sample has beside its five machines. */
export interface SampleOptions {
  /** So many more presses, all in fault. */
  readonly faults?: number;
  /** `placement.model` of the lathe. */
  readonly model?: string;
}

/** A hall of 40 × 20 m with a press in fault, a running lathe, an idle tank, a vehicle and a meter; press and lathe are a line. */
export function sampleSite({ faults = 0, model }: SampleOptions = {}): Twin {
  const extra = Array.from({ length: faults }, (_, i) => ({
    id: `extra-${i}`,
    level: 'workUnit',
    type: 'press',
    parent: 'hall',
    placement: { x: 4 + (i % 9) * 4, y: i < 9 ? 4 : 8 },
  }));
  const workshop = parseWorkshop({
    id: 'sample',
    timeZone: 'Asia/Shanghai',
    equipment: [
      {
        id: 'hall',
        name: 'Hall',
        level: 'area',
        floor: {
          width: 40,
          depth: 20,
          zones: [{ name: 'Line', x: 3, y: 11, width: 30, depth: 8 }],
          aisles: [],
          views: [{ name: { en: 'Overview', zh: '总览' } }, { name: 'Line', equipment: 'line', azimuth: 60 }],
        },
      },
      { id: 'line', name: 'Line', level: 'workCenter', parent: 'hall' },
      {
        id: 'press',
        name: 'Press',
        level: 'workUnit',
        type: 'press',
        parent: 'line',
        placement: { x: 8, y: 15 },
      },
      {
        id: 'lathe',
        name: 'Lathe',
        level: 'workUnit',
        type: 'lathe',
        parent: 'line',
        placement: { x: 20, y: 15, ...(model && { model }) },
      },
      {
        id: 'tank',
        name: 'Tank',
        level: 'workUnit',
        type: 'tank',
        parent: 'hall',
        placement: { x: 34, y: 14 },
      },
      {
        id: 'car',
        name: 'Car',
        level: 'workUnit',
        type: 'vehicle',
        parent: 'hall',
        placement: { x: 2, y: 2 },
      },
      {
        id: 'meter',
        name: 'Meter',
        level: 'workUnit',
        type: 'meter',
        parent: 'hall',
        placement: { x: 38, y: 2 },
      },
      ...extra,
    ],
  });
  const twin = new Twin(workshop, {
    clock: new Clock(() => sampleNow),
    scheduler: (task) => void requestAnimationFrame(task),
  });
  twin.observe([
    { signal: 'press/state', time: sampleNow - 60 * minute, value: 'running' },
    { signal: 'press/state', time: sampleNow - 12 * minute, value: 'fault' },
    { signal: 'press/reason', time: sampleNow - 12 * minute, value: 'Slide overload' },
    { signal: 'press/power', time: sampleNow, value: 4 },
    { signal: 'lathe/state', time: sampleNow - 30 * minute, value: 'running' },
    { signal: 'lathe/power', time: sampleNow, value: 20 },
    { signal: 'tank/state', time: sampleNow - 5 * minute, value: 'idle' },
    { signal: 'car/state', time: sampleNow - 60 * minute, value: 'running' },
    { signal: 'car/positionX', time: sampleNow - 10 * minute, value: 5 },
    { signal: 'car/positionY', time: sampleNow - 10 * minute, value: 4 },
    { signal: 'car/positionX', time: sampleNow - minute, value: 12 },
    ...extra.map(({ id }) => ({ signal: `${id}/state`, time: sampleNow - minute, value: 'fault' })),
  ]);
  twin.confirm();
  return twin;
}

/** The workshops in 3D that elements have made since `watchWorkshops` was called, the newest last. */
export const workshops: Workshop3d[] = [];

/** Notes each workshop that is made; returns how to end that. */
export function watchWorkshops(): () => void {
  const { prototype } = Workshop3d;
  const original = Object.getOwnPropertyDescriptor(prototype, 'setColours')!;
  const setColours = original.value as Workshop3d['setColours'];
  prototype.setColours = function (this: Workshop3d, colours) {
    if (!workshops.includes(this)) workshops.push(this);
    setColours.call(this, colours);
  };
  return () => {
    Object.defineProperty(prototype, 'setColours', original);
    workshops.length = 0;
  };
}

/** Puts a scene of 800 px on the page and waits for its first picture. */
export async function mountScene(properties: Partial<TwinScene> = {}, width = 800): Promise<TwinScene> {
  const scene = document.createElement('twin-scene');
  Object.assign(scene, properties);
  scene.style.width = `${width}px`;
  const before = workshops.length;
  document.body.append(scene);
  await until(() => workshops.length > before, 'a workshop in 3D');
  await until(() => !workshops[workshops.length - 1].needsFrame, 'a picture');
  await frames(2);
  return scene;
}

/** Waits for some animation frames. */
export async function frames(count: number): Promise<void> {
  for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame);
}

/** Waits until something is true, at most five seconds. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  const end = performance.now() + 5000;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`waited in vain for: ${what}`);
    await frames(1);
  }
}

/** What axe finds wrong with an element, as `rule: node` lines. */
export async function accessibilityProblems(element: Element): Promise<string[]> {
  await import('axe-core/axe.min.js' as string);
  const { axe } = window as unknown as {
    axe: { run(element: Element): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
  };
  const { violations } = await axe.run(element);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** The elements inside a scene that a selector finds. */
export function parts(scene: TwinScene, selector: string): HTMLElement[] {
  return [...(scene.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
}

/** Text with its white space calmed. */
export function textOf(element: Element | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
