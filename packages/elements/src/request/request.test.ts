import { sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import {
  Clock,
  type ConnectorContext,
  ObservationBatch,
  type PlantRequest,
  registerConnectorType,
  type SignalDefinition,
  Twin,
} from '@twinfloor/core';
import { auditOf, permit } from '@twinfloor/core/requests';
import { accessibilityProblems, clear, mount, settled, textOf, until } from '../testing/page.js';
import { sampleNow, sampleWorkshop } from '../testing/sample-twin.js';
import type { TwinRequest } from './request.js';
import './request.js';
// Loaded before, so that a test need not wait for it.
import './request-screen.js';

const signals: SignalDefinition[] = [
  {
    name: 'speedSetpoint',
    kind: 'number',
    unit: '1/min',
    label: { en: 'Stroke rate', zh: '行程次数' },
    request: { minimum: 10, maximum: 60, step: 5, timeout: 20 },
  },
  { name: 'next', kind: 'text', label: 'Next program', request: { values: ['A-100', 'B-200'] } },
  { name: 'vibration', kind: 'number' },
];

let context: ConnectorContext;
let sent: PlantRequest[] = [];
let taken = (): Promise<void> => Promise.resolve();
registerConnectorType('plant', () =>
  Promise.resolve(() => ({
    run: async (given) => {
      context = given;
      observe('speedSetpoint', 40, sampleNow - 1000);
      observe('next', 'A-100', sampleNow - 1000);
      given.resolve('press-01/vibration');
      given.status({ state: 'live' });
      await given.wait(100_000);
    },
    request: (request) => {
      sent.push(request);
      return taken();
    },
  })),
);

function observe(name: string, value: number | string, time = sampleNow): void {
  const batch = new ObservationBatch();
  batch.add(context.resolve(`press-01/${name}`), time, value);
  context.deliver(batch);
}

const twins: Twin[] = [];

async function plant(isPermitted = true): Promise<Twin> {
  const connector = { type: 'plant', id: 'plc', bindings: [], settings: {} };
  const workshop = {
    ...sampleWorkshop(),
    connectors: [connector],
    signals,
    words: { 'B-200': { zh: '乙-200' } },
  };
  const twin = new Twin(workshop, {
    clock: new Clock(() => sampleNow),
    scheduler: (task) => void requestAnimationFrame(task),
  });
  twins.push(twin);
  twin.start();
  await until(() => twin.connections[0].status.state === 'live', 'the connection');
  if (isPermitted) permit(twin, () => ({ who: 'Li Wei' }));
  return twin;
}

const shown = (twin: Twin, more: Partial<TwinRequest> = {}) =>
  mount('twin-request', { twin, equipment: 'press-01', signal: 'speedSetpoint', ...more });

const find = <Found extends HTMLElement>(element: TwinRequest, selector: string) =>
  element.shadowRoot?.querySelector<Found>(selector) as Found;

/** Types a value as a person does and goes to the second step. */
async function enter(element: TwinRequest, value: string): Promise<void> {
  const field = find<HTMLInputElement>(element, '#value');
  field.focus();
  field.select();
  await sendKeys({ type: value });
  await sendKeys({ press: 'Enter' });
  await settled(element);
}

const confirm = async (element: TwinRequest) => {
  find(element, '.main').click();
  await settled(element);
};

describe('<twin-request>', () => {
  beforeEach(() => {
    sent = [];
    taken = () => Promise.resolve();
  });
  afterEach(async () => {
    clear();
    await Promise.all(twins.splice(0).map((twin) => twin.stop()));
  });

  it('is accessible in both steps, with a mistake, pending and confirmed', async () => {
    const element = await shown(await plant(), { why: 'required' });
    const check = async (step: string) =>
      expect(await accessibilityProblems(element), step).to.deep.equal([]);
    await check('value');
    await enter(element, '62');
    await check('mistake');
    await enter(element, '45');
    await check('review');
    await confirm(element);
    await check('reason missing');
    await sendKeys({ type: 'thin sheet' });
    await confirm(element);
    await check('pending');
    observe('speedSetpoint', 45, sampleNow + 1);
    await until(() => textOf(element, '.status p').includes('confirmed'), 'the confirmation');
    await check('confirmed');
    const choice = await shown(element.twin as Twin, { signal: 'next' });
    expect(await accessibilityProblems(choice)).to.deep.equal([]);
  });

  it('shows what is, then what will change, and sends it only when that is confirmed', async () => {
    const element = await shown(await plant());
    expect(textOf(element, 'h3')).to.equal('Stroke rate · Press 01');
    expect(textOf(element, '.now')).to.equal('Now 40 1/min at 11:41');
    await enter(element, '45');
    expect(textOf(element, '.change')).to.equal('40 1/min 45 1/min');
    expect(find(element, '.review').getAttribute('aria-label')).to.equal(
      'Stroke rate · Press 01: change from 40\u202f1/min to 45\u202f1/min?',
    );
    expect(sent).to.deep.equal([]);
    await confirm(element);
    expect(sent.map(({ value }) => value)).to.deep.equal([45]);
  });

  it('never shows what was asked for as what is, and says when the plant has confirmed it', async () => {
    const element = await shown(await plant());
    await enter(element, '45');
    await confirm(element);
    expect(textOf(element, '.figure')).to.equal('40 1/min');
    expect(textOf(element, '.status p')).to.equal('45 1/min: sent, not confirmed yet');
    expect(textOf(element, '.status .caption')).to.equal('Li Wei · 0 s of 20 s');
    expect(find(element, 'form')).to.equal(null);
    observe('speedSetpoint', 45, sampleNow);
    await until(() => textOf(element, '.status p').endsWith('confirmed at 11:42:00'), 'the confirmation');
    expect(textOf(element, '.figure')).to.equal('45 1/min');
    expect(document.querySelector('body > [role=status]')?.textContent).to.equal(
      '45\u202f1/min: confirmed at 11:42:00',
    );
  });

  it('is done by the keyboard alone, and a key that is held down does not do both steps', async () => {
    const element = await shown(await plant());
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    expect(element.shadowRoot?.activeElement?.id).to.equal('value');
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(element.shadowRoot?.activeElement?.className).to.equal('review');
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(sent).to.deep.equal([]);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(sent.map(({ value }) => value)).to.deep.equal([45]);
    expect(element.shadowRoot?.activeElement?.part.value).to.equal('status');
  });

  it('goes back by Escape and by Cancel, with nothing sent and the value kept', async () => {
    const element = await shown(await plant());
    await enter(element, '45');
    await sendKeys({ press: 'Escape' });
    await settled(element);
    expect(find<HTMLInputElement>(element, '#value').value).to.equal('45');
    expect(element.shadowRoot?.activeElement?.className).to.contain('review-button');
    await enter(element, '50');
    find(element, '.actions .button:not(.main)').click();
    await settled(element);
    expect(find<HTMLInputElement>(element, '#value').value).to.equal('50');
    expect(sent).to.deep.equal([]);
  });

  it('says why a value cannot be asked for', async () => {
    const element = await shown(await plant());
    for (const [value, sentence] of [
      ['62', 'A number from 10 to 60 is needed.'],
      ['42', 'It goes in steps of 5 from 10.'],
      ['40', 'This is what it is now.'],
    ]) {
      await enter(element, value);
      expect(textOf(element, '.mistake')).to.equal(sentence);
      expect(element.shadowRoot?.activeElement?.id).to.equal('value');
    }
  });

  it('moves by the step of the file and not out of the range', async () => {
    const element = await shown(await plant());
    const [less, more] = element.shadowRoot?.querySelectorAll<HTMLElement>('.stepper button') ?? [];
    for (let press = 0; press < 6; press++) {
      more.click();
      await settled(element);
    }
    expect(find<HTMLInputElement>(element, '#value').value).to.equal('60');
    less.click();
    await settled(element);
    expect(find<HTMLInputElement>(element, '#value').value).to.equal('55');
  });

  it('asks for a reason where one is required, and the audit keeps it', async () => {
    const twin = await plant();
    const element = await shown(twin, { why: 'required' });
    await enter(element, '45');
    await confirm(element);
    expect(sent).to.deep.equal([]);
    expect(textOf(element, '.mistake')).to.equal('A reason is needed.');
    await sendKeys({ type: 'thin sheet' });
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(sent).to.have.length(1);
    expect(auditOf(twin).events[0].act.why).to.equal('thin sheet');
  });

  it('lets a word be chosen, in the language of the page', async () => {
    document.documentElement.lang = 'zh-CN';
    const element = await shown(await plant(), { signal: 'next' });
    await until(() => textOf(element, 'legend') === '新值', 'Chinese');
    const choices = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.choice') ?? [])];
    expect(choices.map((choice) => choice.textContent?.trim())).to.deep.equal(['A-100', '乙-200']);
    choices[1].click();
    await settled(element);
    find(element, '.review-button').click();
    await settled(element);
    await confirm(element);
    expect(sent.map(({ value }) => value)).to.deep.equal(['B-200']);
  });

  it('tells what was refused and why, and can be used again', async () => {
    taken = () => Promise.reject(new Error('the controller is in local mode'));
    const element = await shown(await plant());
    await enter(element, '45');
    await confirm(element);
    expect(textOf(element, '.status p')).to.equal('45 1/min: refused. the controller is in local mode');
    expect(find(element, '#value')).to.not.equal(null);
  });

  it('sends twin-request when somebody confirms, and a page can keep it from the plant', async () => {
    const element = await shown(await plant(), { why: 'optional' });
    const told: unknown[] = [];
    element.addEventListener('twin-request', (event) => {
      const { equipment, signal, value, why } = event;
      told.push([equipment, signal, value, why]);
      event.preventDefault();
    });
    await enter(element, '45');
    await confirm(element);
    expect(told).to.deep.equal([['press-01', 'press-01/speedSetpoint', 45, undefined]]);
    expect(sent).to.deep.equal([]);
  });

  it('can be looked at only, until the page says who may ask, and again after that', async () => {
    const twin = await plant(false);
    const element = await shown(twin);
    expect(textOf(element, 'p')).to.equal('You may look at this, not change it.');
    const takeBack = permit(twin, () => ({ who: 'Li Wei' }));
    await settled(element);
    expect(find(element, '#value')).to.not.equal(null);
    takeBack();
    await settled(element);
    expect(find(element, '#value')).to.equal(null);
  });

  it('says in a sentence why nothing can be asked for', async () => {
    const twin = await plant();
    const element = await shown(twin);
    twin.clock.at(sampleNow - 60_000);
    await settled(element);
    expect(textOf(element, 'p')).to.equal('The page shows the past; only the present can be changed.');
    twin.clock.live();
    context.status({ state: 'waiting' });
    element.requestUpdate();
    await settled(element);
    expect(textOf(element, 'p')).to.equal('The connection to its data source is lost.');
    const fixed = await shown(twin, { signal: 'vibration' });
    expect(textOf(fixed, 'p')).to.equal('This signal cannot be changed from here.');
    const wrong = await shown(twin, { signal: 'warp' });
    expect(textOf(wrong, 'p')).to.equal('There is no signal “warp” to show here.');
    const locked = await shown(twin, { locked: true });
    expect(textOf(locked, 'p')).to.equal('No permission');
    const nowhere = await mount('twin-request');
    expect(textOf(nowhere, 'p')).to.equal('Not connected to a workshop.');
  });

  it('can be hit by a finger: nothing to press is below 44 px', async () => {
    const element = await shown(await plant());
    const heights = () =>
      [...(element.shadowRoot?.querySelectorAll('button, input:not([type=radio]), .choice') ?? [])].map(
        (one) => Math.min(one.getBoundingClientRect().height, one.getBoundingClientRect().width),
      );
    expect(Math.min(...heights())).to.be.at.least(44);
    await enter(element, '45');
    expect(Math.min(...heights())).to.be.at.least(44);
  });

  it('shows nothing beyond its edge at 280 px, in either direction of writing', async () => {
    await setViewport({ width: 280, height: 600 });
    const element = await shown(await plant(), { why: 'optional' });
    for (const direction of ['ltr', 'rtl']) {
      element.dir = direction;
      await enter(element, '45');
      expect(document.documentElement.scrollWidth, direction).to.be.at.most(280);
      await sendKeys({ press: 'Escape' });
      await settled(element);
      expect(document.documentElement.scrollWidth, direction).to.be.at.most(280);
    }
    await setViewport({ width: 800, height: 600 });
  });
});
