import type { LitElement } from 'lit';

/** What axe-core leaves behind when its script has run. */
interface Axe {
  run(
    element: Element,
    options?: object,
  ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

const mounted: Element[] = [];

/** Puts an element on the page, with children or properties, and waits until it is drawn. `clear` takes it away. */
export async function mount<Name extends keyof HTMLElementTagNameMap>(
  tag: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: Node[]
): Promise<HTMLElementTagNameMap[Name]> {
  const element = document.createElement(tag);
  Object.assign(element, properties);
  element.append(...children);
  document.body.append(element);
  mounted.push(element);
  await settled(element);
  return element;
}

/** Takes all mounted elements away and sets the page back to English. */
export function clear(): void {
  for (const element of mounted.splice(0)) element.remove();
  document.documentElement.lang = 'en';
}

/** Waits until an element has seen itself on the screen, loaded its parts and drawn. */
export async function settled(element: Element): Promise<void> {
  for (let turn = 0; turn < 4; turn++) {
    await frames(2);
    await (element as Partial<LitElement>).updateComplete;
  }
}

/** Waits for some animation frames. */
export async function frames(count: number): Promise<void> {
  for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame);
}

/** Waits until something is true, at most two seconds. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  const end = performance.now() + 2000;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`waited in vain for: ${what}`);
    await frames(1);
  }
}

/** What axe finds wrong with an element, as `rule: node` lines. */
export async function accessibilityProblems(element: Element): Promise<string[]> {
  await import('axe-core/axe.min.js' as string);
  const { axe } = window as unknown as { axe: Axe };
  const { violations } = await axe.run(element);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** The text of the first element inside a shadow root that a selector finds, white space calmed; in tiles it is generated. */
export function textOf(element: Element, selector: string): string {
  const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
  return (found?.textContent || found?.dataset['text'] || '').replace(/\s+/g, ' ').trim();
}

/** What a screen reader says of a tile: its sentence, or its name while it was never seen. */
export function spokenBy(tile: Element): string {
  return tile.getAttribute('aria-label') ?? '';
}
