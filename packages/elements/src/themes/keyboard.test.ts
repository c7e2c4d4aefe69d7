import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { clear, frames, mount, until } from '../testing/page.js';
import { allElements, calm, makeAll, wholeTwin } from './testing/all-elements.js';
import { contrast } from './testing/colour-science.js';
import { themeNames } from './tokens.js';

/** What has the focus, in whatever shadow root it is. */
function focused(): Element {
  let active = document.activeElement ?? document.body;
  while (active.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** An element and all around it, out of its shadow roots. */
function* around(element: Element): Iterable<Element> {
  for (let at: Element | null = element; at;) {
    yield at;
    const root: Node = at.getRootNode();
    at = at.assignedSlot ?? at.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
}

function hex(colour: string): string {
  const [red, green, blue] = colour.match(/[\d.]+/g)!.map(Number);
  return `#${[red, green, blue].map((one) => Math.round(one).toString(16).padStart(2, '0')).join('')}`;
}

/** What the ring of the focus stands on: the first ground around it that can be seen. */
function groundOf(element: Element): string {
  for (const at of around(element)) {
    const { backgroundColor } = getComputedStyle(at);
    if (at !== element && !/, 0\)$|transparent/.test(backgroundColor)) return hex(backgroundColor);
  }
  return '#ffffff';
}

function described(element: Element): string {
  const host = [...around(element)].find(({ localName }) => localName.startsWith('twin-'));
  const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 30);
  return `${host?.localName} ${element.localName}.${element.className} ${element.role ?? ''} ${name}`;
}

/** What is wrong with the ring around what has the focus; `undefined` where it can be seen. */
function ringProblem(element: Element): string | undefined {
  if (!element.matches(':focus-visible')) return 'is not focused visibly';
  const colour = getComputedStyle(element).getPropertyValue('--twin-color-focus').trim() || '#0462d3';
  // One that stands for many marks the active one of them, in its rows or on its canvas.
  const ringed = [element, ...element.querySelectorAll('.active')].find((one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  });
  if (!ringed && !paints(element, colour)) return 'has no ring';
  const ratio = contrast(ringed ? hex(getComputedStyle(ringed).outlineColor) : colour, groundOf(element));
  return ratio < 3 ? `has a ring of ${ratio.toFixed(2)} : 1` : undefined;
}

/** Whether a colour is anywhere on the canvases in an element. */
function paints(element: Element, colour: string): boolean {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return [...element.querySelectorAll('canvas')].some((canvas) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    for (let at = 0; at < data.length; at += 4) {
      if (data[at] === red && data[at + 1] === green && data[at + 2] === blue && data[at + 3] === 255)
        return true;
    }
    return false;
  });
}

describe('With the keyboard alone', function () {
  this.timeout(60_000);
  afterEach(clear);

  /** All elements between two buttons of a page, the first of which has the focus. */
  async function page(): Promise<{ provider: HTMLElementTagNameMap['twin-provider']; end: HTMLElement }> {
    const [begin, end] = [document.createElement('button'), document.createElement('button')];
    begin.textContent = 'begin';
    end.textContent = 'end';
    const elements = makeAll();
    const provider = await mount('twin-provider', { twin: wholeTwin() }, begin, ...elements, end);
    await calm(provider);
    begin.focus();
    return { provider, end };
  }

  /** Presses Tab until something holds; returns all that had the focus on the way. */
  async function walk(isEnd: (at: Element) => boolean, isBack = false): Promise<Element[]> {
    const stops: Element[] = [];
    while (stops.length < 150) {
      if (isBack) await sendKeys({ down: 'Shift' });
      await sendKeys({ press: 'Tab' });
      if (isBack) await sendKeys({ up: 'Shift' });
      // What comes into view loads what it shows, in less time than a person needs for the next key.
      await frames(5);
      if (isEnd(focused())) break;
      stops.push(focused());
    }
    return stops;
  }

  it('Tab leads through all elements and out again, and back the same way', async () => {
    const { provider, end } = await page();
    const forth = await walk((at) => at === end);
    expect(focused()).to.equal(end);
    const reached = new Set(forth.flatMap((stop) => [...around(stop)].map(({ localName }) => localName)));
    // Nothing can be done in these: they are read.
    const silent = ['twin-state-summary', 'twin-stack-light', 'twin-value', 'twin-connections'];
    const all = new Set(allElements.map(([tag]) => tag).filter((tag) => !silent.includes(tag)));
    expect([...all].filter((tag) => !reached.has(tag))).to.deep.equal([]);
    const back = await walk((at) => at === provider.firstElementChild, true);
    expect(back.reverse().map(described)).to.deep.equal(forth.map(described));
  });

  for (const theme of themeNames) {
    it(`what has the focus is ringed so that it can be seen, in the theme ${theme}`, async () => {
      const { provider, end } = await page();
      provider.theme = theme;
      await until(() => getComputedStyle(provider).colorScheme !== 'normal', 'the theme');
      await calm(provider);
      const problems: string[] = [];
      await walk((at) => {
        const problem = at === end ? undefined : ringProblem(at);
        if (problem) problems.push(`${described(at)} ${problem}`);
        return at === end;
      });
      expect(problems).to.deep.equal([]);
    });
  }

  it('Enter opens whatever says that it is folded, and closes it again', async () => {
    const { provider } = await page();
    for (const element of provider.children) {
      element.scrollIntoView();
      await frames(8);
    }
    const buttons = [...provider.children].flatMap((element) => [
      ...(element.shadowRoot?.querySelectorAll<HTMLElement>('button[aria-expanded="false"]') ?? []),
    ]);
    expect(buttons.length, 'tables and explanations').to.be.at.least(8);
    for (const button of buttons) {
      for (const is of ['true', 'false']) {
        button.focus();
        await sendKeys({ press: 'Enter' });
        await until(() => button.ariaExpanded === is, `${described(button)} to be ${is}`);
      }
    }
  });

  it('each control has a name', async () => {
    const { end } = await page();
    const stops = await walk((at) => at === end);
    const nameless = stops.filter((stop) => {
      const label = stop.getAttribute('aria-label') ?? stop.getAttribute('aria-labelledby');
      return !label && !stop.textContent?.trim() && !(stop as HTMLInputElement).labels?.length;
    });
    expect(nameless.map(described)).to.deep.equal([]);
  });
});
