import { a11ySnapshot } from '@web/test-runner-commands';
import { expect } from 'chai';
import { clear, mount } from '../testing/page.js';
import { calm, makeAll, wholeTwin } from './testing/all-elements.js';

/** A node of the accessibility tree as the browser hands it to a screen reader. */
interface Spoken {
  readonly role: string;
  readonly name?: string;
  readonly description?: string;
  readonly children?: readonly Spoken[];
}

function* all(node: Spoken): Iterable<Spoken> {
  yield node;
  for (const child of node.children ?? []) yield* all(child);
}

/** What the accessibility tree says of one element alone on the page. */
async function spoken(tag: string): Promise<Spoken[]> {
  const element = makeAll().find(({ localName }) => localName === tag)!;
  const provider = await mount('twin-provider', { twin: wholeTwin() }, element);
  await calm(provider);
  return [...all((await a11ySnapshot({})) as unknown as Spoken)];
}

/** What each picture says: its role, its name, and the figures that it shows. */
const pictures: Readonly<Record<string, readonly [role: string, name: RegExp, figures: RegExp]>> = {
  'twin-equipment-board': ['listbox', /16 machines/, /7 running.*1 fault/],
  'twin-floor-plan': ['listbox', /16 machines/, /7 running/],
  'twin-stack-light': ['img', /Robot 01/, /Blocked/],
  'twin-oee-trend': ['slider', /shifts/, /OEE/],
  'twin-production': ['slider', /Production/, /\d+ pcs/],
  'twin-power': ['slider', /Power/, /\d+ kW/],
  'twin-trend': ['slider', /Power/, /\d+\.\d kW/],
};

describe('The accessibility tree says what a picture shows:', () => {
  afterEach(clear);

  for (const [tag, [role, name, figures]] of Object.entries(pictures)) {
    it(`<${tag}> as a ${role} with a name and its figures`, async () => {
      const nodes = await spoken(tag);
      const picture = nodes.find((node) => node.role === role || (role === 'img' && node.role === 'image'));
      expect(picture, JSON.stringify(nodes)).to.not.equal(undefined);
      expect(picture?.name).to.match(name);
      // Chromium hands the text of a slider's value to screen readers, but leaves it out of what it tells its tools.
      const value = document.querySelector(tag)!.shadowRoot!.querySelector('[role="slider"]');
      const said = `${picture?.name} ${value?.ariaValueText ?? ''}`.replace(/\s/g, ' ');
      expect(said).to.match(figures);
    });
  }

  for (const [tag, words] of [
    ['twin-state-timeline', ['Mill 04', 'Starved']],
    ['twin-equipment-grid', ['Press 04: Fault for 44 min, Oil pressure low']],
    ['twin-equipment', ['Press 04: Fault']],
    ['twin-state-summary', ['Running', 'Calendar time']],
    ['twin-oee', ['OEE', 'Availability']],
    ['twin-tree', ['Press 04', 'Fault']],
    ['twin-inspector', ['Press 04', 'Fault']],
    ['twin-value', ['kW']],
    ['twin-energy', ['Electricity', 'kWh']],
    ['twin-clock', ['11:42']],
  ] as const) {
    it(`<${tag}> in words`, async () => {
      const said = (await spoken(tag)).map(({ name = '' }) => name.replace(/\s/g, ' ')).join('\n');
      for (const word of words) expect(said).to.contain(word);
    });
  }
});
