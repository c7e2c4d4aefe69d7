import { emulateMedia, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { Clock, type Condition, ObservationBatch, Twin, type Workshop } from '@twinfloor/core';
import { alarmsOf, defaultAlarmSettings } from '@twinfloor/core/alarms';
import { auditOf, permit } from '@twinfloor/core/requests';
import { accessibilityProblems, clear, frames, mount, settled, textOf, until } from '../testing/page.js';
import { sampleNow, sampleWorkshop } from '../testing/sample-twin.js';
import type { TwinAlarmList } from './alarm-list.js';
import './alarm-list.js';
// Loaded before, so that a test need not wait for it.
import './alarm-screen.js';

const minute = 60_000;

/** What is reported: machine, key, message, severity, minutes ago. */
const reports: readonly (readonly [string, string, string, number, number])[] = [
  ['press-04', 'hydraulics', 'Oil pressure low', 900, 44],
  ['mill-05', 'spindle', 'Spindle bearing hot', 700, 30],
  ['lathe-02', 'guard', 'Guard open', 500, 12],
  ['press-01', 'filter', 'Filter clogged', 100, 5],
  ['robot-01', 'gripper', 'Gripper lost part', 700, 2],
];

function plant(extra: Partial<Workshop> = {}, isPermitted = true): { twin: Twin; time: { now: number } } {
  const time = { now: sampleNow };
  const rules = [
    {
      key: 'hydraulics',
      consequence: 'The ram comes down slowly.',
      response: { en: 'Stop the pump and refill.', zh: '停泵并补油。' },
      timeToRespond: 600,
    },
    { key: 'latch', latched: true },
  ];
  const twin = new Twin(
    { ...sampleWorkshop(), alarms: { ...defaultAlarmSettings, conditions: rules }, ...extra },
    { clock: new Clock(() => time.now), scheduler: (task) => void requestAnimationFrame(task) },
  );
  if (isPermitted) permit(twin, () => ({ who: 'Li Wei' }));
  for (const [id, key, text, severity, ago] of reports) {
    report(twin, id, sampleNow - ago * minute, { key, level: 'fault', text, severity: String(severity) });
  }
  return { twin, time };
}

function report(twin: Twin, id: string, time: number, condition: Condition): void {
  const batch = new ObservationBatch();
  batch.addCondition(twin.signal(`${id}/conditions`).handle, time, condition);
  twin.observe(batch);
}

const rowsOf = (element: TwinAlarmList) => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>('.row:not(.group)') ?? []),
];
const messageOf = (row: Element | null | undefined) => row?.querySelector('.words')?.textContent ?? '';
const messages = (element: TwinAlarmList) =>
  rowsOf(element)
    .toSorted((a, b) => Number(a.dataset['index']) - Number(b.dataset['index']))
    .map(messageOf);
const rowOf = (element: TwinAlarmList, message: string) =>
  rowsOf(element).find((row) => messageOf(row) === message) as HTMLElement;
const focused = (element: TwinAlarmList) => messageOf(element.shadowRoot?.activeElement);
const find = <Found extends HTMLElement>(element: TwinAlarmList, selector: string) =>
  element.shadowRoot?.querySelector<Found>(selector) as Found;
/** What was said to screen readers last. */
const said = () => document.querySelector('body > [role=status]')?.textContent ?? '';
const button = (element: TwinAlarmList, words: string) =>
  [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.panel button') ?? [])].find(
    (one) => one.textContent?.trim() === words,
  ) as HTMLElement;
const press = async (element: TwinAlarmList, ...keys: string[]) => {
  for (const key of keys) {
    await sendKeys({ press: key });
    await settled(element);
  }
};

describe('<twin-alarm-list>', () => {
  afterEach(async () => {
    clear();
    await setViewport({ width: 1000, height: 700 });
  });
  before(() => setViewport({ width: 1000, height: 700 }));

  for (const width of [1000, 390]) {
    it(`is accessible at ${width} px, with a selection, with a form, in groups, empty`, async () => {
      await setViewport({ width, height: 700 });
      const { twin } = plant();
      const element = await mount('twin-alarm-list', { twin });
      const check = async (what: string) =>
        expect(await accessibilityProblems(element), what).to.deep.equal([]);
      await check('rows');
      rowOf(element, 'Oil pressure low').click();
      await settled(element);
      await check('details');
      button(element, 'Shelve').click();
      await settled(element);
      await check('form');
      element.group = 'equipment';
      await settled(element);
      await check('groups');
      element.view = 'shelved';
      await settled(element);
      await check('empty');
    });
  }

  it('shows what waits first, of that the most urgent, of these the newest', async () => {
    const { twin } = plant();
    await alarmsOf(twin).acknowledge([alarmsOf(twin).list()[0].id]);
    const element = await mount('twin-alarm-list', { twin });
    expect(messages(element)).to.deep.equal([
      'Gripper lost part',
      'Spindle bearing hot',
      'Guard open',
      'Filter clogged',
      'Oil pressure low',
    ]);
    element.order = 'priority';
    await settled(element);
    expect(messages(element)[0]).to.equal('Oil pressure low');
    element.order = 'time';
    await settled(element);
    expect(messages(element)).to.deep.equal([
      'Gripper lost part',
      'Filter clogged',
      'Guard open',
      'Spindle bearing hot',
      'Oil pressure low',
    ]);
  });

  it('gives each priority a colour, a shape and a word, and says a row as a sentence', async () => {
    const { twin } = plant();
    const element = await mount('twin-alarm-list', { twin });
    const looks = ['Oil pressure low', 'Spindle bearing hot', 'Guard open', 'Filter clogged'].map(
      (message) => {
        const row = rowOf(element, message);
        const shape = row.querySelector('.shape') as SVGPathElement;
        return [
          getComputedStyle(shape).fill,
          shape.getAttribute('d'),
          row.querySelector('.priority-word')?.textContent,
        ];
      },
    );
    for (const part of [0, 1, 2]) expect(new Set(looks.map((look) => look[part])).size).to.equal(4);
    expect(looks.map(([, , word]) => word)).to.deep.equal(['Critical', 'High', 'Medium', 'Low']);
    expect(rowOf(element, 'Oil pressure low').getAttribute('aria-label')).to.equal(
      'Critical, Press 04: Oil pressure low. Not acknowledged, 44\u202fmin',
    );
  });

  it('flashes only what is not acknowledged, and nothing for who wants no motion', async () => {
    const { twin } = plant();
    await alarmsOf(twin).acknowledge([alarmsOf(twin).list()[0].id]);
    const element = await mount('twin-alarm-list', { twin });
    /** How opaque the fill of a shape is over a second, least and most. */
    const flashing = async (message: string) => {
      const opacities = new Set<string>();
      const shape = rowOf(element, message).querySelector('.shape') as Element;
      const [flash] = find(element, '.rows').getAnimations();
      for (const time of [0, 300, 400, 700]) {
        if (flash) flash.currentTime = time;
        await frames(1);
        opacities.add(getComputedStyle(shape).fillOpacity);
      }
      return [...opacities].toSorted().join(' ');
    };
    expect([await flashing('Oil pressure low'), await flashing('Guard open')]).to.deep.equal(['1', '0 1']);
    await emulateMedia({ reducedMotion: 'reduce' });
    expect(await flashing('Guard open')).to.equal('1');
    await emulateMedia({ reducedMotion: 'no-preference' });
    element.noFlash = true;
    await settled(element);
    expect(await flashing('Guard open')).to.equal('1');
  });

  it('is one stop of Tab; arrows, Home and End move, Space and Shift select, Ctrl+A selects all', async () => {
    const { twin } = plant();
    const element = await mount('twin-alarm-list', { twin, noTools: true });
    expect(rowsOf(element).filter((row) => row.tabIndex === 0)).to.have.length(1);
    for (let tab = 0; tab < 5; tab++) await sendKeys({ press: 'Tab' });
    expect(focused(element)).to.equal('Oil pressure low');
    await press(element, 'ArrowDown', 'ArrowDown');
    expect(focused(element)).to.equal('Spindle bearing hot');
    await press(element, 'Space');
    await sendKeys({ down: 'Shift' });
    await press(element, 'ArrowDown', 'ArrowDown');
    await sendKeys({ up: 'Shift' });
    expect(textOf(element, '.panel h3')).to.equal('3 selected');
    await press(element, 'End');
    expect(focused(element)).to.equal('Filter clogged');
    await press(element, 'Home', 'Escape');
    expect(find(element, '.panel')).to.equal(null);
    await sendKeys({ down: 'Control' });
    await press(element, 'a');
    await sendKeys({ up: 'Control' });
    expect(textOf(element, '.panel h3')).to.equal('5 selected');
  });

  it('is selected by mouse: a click one, Ctrl one more, Shift up to here, the box one more', async () => {
    const { twin } = plant();
    const element = await mount('twin-alarm-list', { twin });
    const click = async (message: string, selector: string, key?: string) => {
      const { x, y, width, height } = (
        rowOf(element, message).querySelector(selector) as Element
      ).getBoundingClientRect();
      if (key) await sendKeys({ down: key });
      await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
      if (key) await sendKeys({ up: key });
      await settled(element);
    };
    const selected = () =>
      messages(element).filter((message) => rowOf(element, message).getAttribute('aria-selected') === 'true');
    await click('Oil pressure low', '.words');
    expect(selected()).to.deep.equal(['Oil pressure low']);
    await click('Guard open', '.words', 'Control');
    expect(selected()).to.deep.equal(['Oil pressure low', 'Guard open']);
    await click('Guard open', '.check');
    await click('Gripper lost part', '.check');
    expect(selected()).to.deep.equal(['Oil pressure low', 'Gripper lost part']);
    await click('Guard open', '.words', 'Shift');
    expect(selected()).to.deep.equal(['Gripper lost part', 'Spindle bearing hot', 'Guard open']);
  });

  it('acknowledges by the key A and by the button, each with the permission of the page', async () => {
    const { twin } = plant();
    const element = await mount('twin-alarm-list', { twin });
    rowOf(element, 'Oil pressure low').focus();
    await press(element, 'a');
    await until(() => textOf(element, '.result') === 'Acknowledge: 1 done.', 'the result');
    expect(rowOf(element, 'Oil pressure low').classList.contains('waiting')).to.equal(false);
    expect(focused(element)).to.equal('Oil pressure low');
    rowOf(element, 'Guard open').click();
    await settled(element);
    button(element, 'Acknowledge').click();
    await until(() => !rowOf(element, 'Guard open').classList.contains('waiting'), 'the acknowledgement');
    expect(auditOf(twin).events.map(({ who, act, outcome }) => [who, act.kind, outcome])).to.deep.equal([
      ['Li Wei', 'acknowledge', 'done'],
      ['Li Wei', 'acknowledge', 'done'],
    ]);
  });

  it('shelves with a time limit and a reason, shows what is shelved, and takes it off again', async () => {
    const { twin } = plant();
    const element = await mount('twin-alarm-list', { twin });
    rowOf(element, 'Filter clogged').focus();
    await press(element, 's');
    expect(element.shadowRoot?.activeElement?.id).to.equal('why');
    await press(element, 'Enter');
    expect(textOf(element, '.mistake')).to.equal('A reason is needed.');
    await sendKeys({ type: 'spare part ordered' });
    await press(element, 'Enter');
    await until(() => rowOf(element, 'Filter clogged') === undefined, 'the shelf');
    expect(auditOf(twin).events[0].act.why).to.equal('spare part ordered');
    const shelved = element.shadowRoot?.querySelectorAll<HTMLElement>('.view')[1];
    expect(shelved?.textContent?.replace(/\s+/g, ' ').trim()).to.equal('Shelved 1');
    shelved?.click();
    await settled(element);
    expect(rowOf(element, 'Filter clogged').querySelector('.state')?.textContent).to.equal(
      'Shelved until 12:42',
    );
    rowOf(element, 'Filter clogged').click();
    await settled(element);
    expect(textOf(element, '.panel dl')).to.contain('Li Wei · spare part ordered · until 12:42');
    button(element, 'Unshelve').click();
    await until(() => find(element, '.message') !== null, 'the empty shelf');
    expect(textOf(element, '.message')).to.equal('Nothing is shelved.');
  });

  it('takes out of service with a reason and returns, and resets what is latched', async () => {
    const { twin, time } = plant();
    report(twin, 'oven-01', sampleNow - 3 * minute, {
      key: 'latch',
      level: 'fault',
      text: 'Door interlock',
      severity: '900',
    });
    report(twin, 'oven-01', sampleNow - 2 * minute, { key: 'latch', level: 'normal' });
    const element = await mount('twin-alarm-list', { twin });
    rowOf(element, 'Door interlock').click();
    await settled(element);
    expect(rowOf(element, 'Door interlock').querySelector('.state')?.textContent).to.equal(
      'Latched, not acknowledged',
    );
    button(element, 'Acknowledge').click();
    await until(() => textOf(element, '.result') !== '', 'the acknowledgement');
    time.now += 1000;
    button(element, 'Reset').click();
    await until(() => rowOf(element, 'Door interlock') === undefined, 'the reset');
    rowOf(element, 'Guard open').click();
    await settled(element);
    button(element, 'Take out of service').click();
    await settled(element);
    await sendKeys({ type: 'guard is being repaired' });
    await press(element, 'Enter');
    element.view = 'outOfService';
    await until(() => rowOf(element, 'Guard open') !== undefined, 'the list of what is out of service');
    rowOf(element, 'Guard open').click();
    await settled(element);
    button(element, 'Return to service').click();
    await until(() => rowOf(element, 'Guard open') === undefined, 'the return');
  });

  it('goes back from a form by Escape, to the row', async () => {
    const { twin } = plant();
    const element = await mount('twin-alarm-list', { twin });
    rowOf(element, 'Guard open').focus();
    await press(element, 's', 'Escape');
    expect(find(element, '.deed')).to.equal(null);
    expect(focused(element)).to.equal('Guard open');
    expect(auditOf(twin).count).to.equal(0);
  });

  it('lets alarms be looked at only, where the page permits nothing or shows the past', async () => {
    const { twin } = plant({}, false);
    const element = await mount('twin-alarm-list', { twin });
    rowOf(element, 'Guard open').click();
    await settled(element);
    expect(textOf(element, '.panel p')).to.equal('You may look at alarms, not act on them.');
    await press(element, 'a');
    expect(rowOf(element, 'Guard open').classList.contains('waiting')).to.equal(true);
    permit(twin, () => ({ who: 'Li Wei' }));
    twin.clock.at(sampleNow - minute);
    await settled(element);
    expect(textOf(element, '.panel p')).to.equal('The page shows the past; acts belong to the present.');
  });

  it('says what the page refused', async () => {
    const { twin } = plant();
    permit(twin, () => undefined);
    const element = await mount('twin-alarm-list', { twin });
    rowOf(element, 'Guard open').focus();
    await press(element, 'a');
    await until(() => textOf(element, '.result') !== '', 'the refusal');
    expect(textOf(element, '.result')).to.equal('Acknowledge: 1 refused. You have no permission for it.');
  });

  it('tells consequence, response, and how often, of the selected alarm', async () => {
    const { twin } = plant();
    report(twin, 'press-04', sampleNow - 2 * minute, { key: 'hydraulics', level: 'normal' });
    report(twin, 'press-04', sampleNow - minute, {
      key: 'hydraulics',
      level: 'fault',
      text: 'Oil pressure low',
      severity: '900',
    });
    const element = await mount('twin-alarm-list', { twin });
    expect(
      [...rowOf(element, 'Oil pressure low').querySelectorAll('.remark')].map(
        ({ textContent }) => textContent,
      ),
    ).to.deep.equal(['2×']);
    rowOf(element, 'Oil pressure low').click();
    await settled(element);
    const facts = textOf(element, '.panel dl');
    expect(facts).to.contain('The ram comes down slowly.');
    expect(facts).to.contain('Stop the pump and refill.');
    expect(facts).to.contain('10 min');
  });

  it('marks the alarm with which a trouble began, where it raised others', async () => {
    const { twin } = plant();
    report(twin, 'press-04', sampleNow - minute, { key: 'pump', level: 'fault', text: 'Pump off' });
    const element = await mount('twin-alarm-list', { twin });
    const marked = rowsOf(element).filter((row) => row.textContent?.includes('First out'));
    expect(marked.map(messageOf)).to.deep.equal(['Oil pressure low']);
  });

  it('filters by words, priority, state and equipment', async () => {
    const { twin } = plant();
    const element = await mount('twin-alarm-list', { twin });
    find(element, '.search').focus();
    await sendKeys({ type: 'spindle' });
    await settled(element);
    expect(messages(element)).to.deep.equal(['Spindle bearing hot']);
    element.filter = '';
    element.shadowRoot?.querySelectorAll<HTMLElement>('.priority-filter')[0].click();
    await settled(element);
    element.shadowRoot?.querySelectorAll<HTMLElement>('.priority-filter')[3].click();
    await settled(element);
    expect(element.priority).to.equal('critical low');
    expect(messages(element)).to.deep.equal(['Oil pressure low', 'Filter clogged']);
    element.state = 'acknowledged';
    await settled(element);
    expect(textOf(element, '.message')).to.equal('No alarm fits. Show all');
    find(element, '.message button').click();
    await settled(element);
    expect(messages(element)).to.have.length(5);
    element.equipment = 'line-b';
    await settled(element);
    expect(messages(element)).to.deep.equal(['Spindle bearing hot', 'Guard open']);
  });

  it('puts those of one machine or of one priority together, with counts', async () => {
    const { twin } = plant();
    const element = await mount('twin-alarm-list', { twin, group: 'priority' });
    const groups = () =>
      [...(element.shadowRoot?.querySelectorAll('.group') ?? [])].map((row) =>
        row.textContent?.replace(/\s+/g, ' ').trim(),
      );
    expect(groups()).to.deep.equal([
      'Critical 1 alarm, 1 not acknowledged',
      'High 2 alarms, 2 not acknowledged',
      'Medium 1 alarm, 1 not acknowledged',
      'Low 1 alarm, 1 not acknowledged',
    ]);
    element.group = 'equipment';
    await settled(element);
    expect(groups()[0]).to.equal('Press 04 1 alarm, 1 not acknowledged');
  });

  it('selects the machine for all elements by click and Enter, and marks those of the selected one', async () => {
    const { twin } = plant();
    const element = await mount('twin-alarm-list', { twin });
    const told: string[] = [];
    element.addEventListener('twin-select', (event) => told.push(event.equipment));
    rowOf(element, 'Guard open').click();
    await settled(element);
    await press(element, 'ArrowDown', 'Enter');
    expect(told).to.deep.equal(['lathe-02', 'press-01']);
    expect(twin.selection.equipment).to.equal('press-01');
    twin.selection.select('mill-05');
    await settled(element);
    expect(rowOf(element, 'Spindle bearing hot').classList.contains('chosen')).to.equal(true);
    element.equipment = 'selected';
    await settled(element);
    expect(messages(element)).to.deep.equal(['Spindle bearing hot']);
  });

  it('keeps the focus on its alarm while others come, and gives it to the next one when it goes', async () => {
    const { twin } = plant();
    const element = await mount('twin-alarm-list', { twin });
    const row = rowOf(element, 'Guard open');
    row.focus();
    report(twin, 'press-02', sampleNow, { key: 'new', level: 'fault', text: 'Ram stuck', severity: '950' });
    await until(() => rowOf(element, 'Ram stuck') !== undefined, 'the new alarm');
    expect(rowOf(element, 'Guard open')).to.equal(row);
    expect(focused(element)).to.equal('Guard open');
    await press(element, 's');
    await sendKeys({ type: 'known' });
    await press(element, 'Enter');
    await until(() => rowOf(element, 'Guard open') === undefined, 'the shelf');
    await settled(element);
    expect(focused(element)).to.equal('Filter clogged');
    expect(document.querySelector('body > [role=status]')?.textContent).to.not.equal('');
  });

  it('keeps the focus on its alarm while that moves to another place, e.g. because somebody else acknowledged it', async () => {
    const { twin } = plant();
    const element = await mount('twin-alarm-list', { twin });
    const all = messages(element);
    for (const message of [all[0], all[2], all[1]]) {
      rowOf(element, message).focus();
      const before = messages(element).indexOf(message);
      const { id } = alarmsOf(twin)
        .list()
        .find(({ text }) => text === message) ?? { id: '' };
      await alarmsOf(twin).acknowledge([id]);
      await until(() => messages(element).indexOf(message) !== before, 'another place');
      await settled(element);
      expect(focused(element)).to.equal(message);
    }
  });

  it('says that alarms may be missing also where some are there', async () => {
    const { twin } = plant();
    const element = await mount('twin-alarm-list', { twin });
    expect(textOf(element, '.lost')).to.equal('5 machines are silent: alarms may be missing.');
    expect(messages(element).length).to.equal(5);
    element.equipment = 'press-01';
    await settled(element);
    expect(textOf(element, '.lost')).to.equal('1 machine is silent: alarms may be missing.');
    element.view = 'shelved';
    await settled(element);
    expect(textOf(element, '.lost')).to.equal('');
  });

  it('says a new alarm also when nothing else follows it, and nothing of the past', async () => {
    const { twin } = plant();
    const element = await mount('twin-alarm-list', { twin });
    const real = performance.now.bind(performance);
    let later = 100_000;
    const wait = async () => {
      later += 10_000;
      element.requestUpdate();
      await settled(element);
    };
    performance.now = () => real() + later;
    try {
      report(twin, 'press-02', sampleNow, { key: 'a', level: 'fault', text: 'Ram stuck' });
      await until(() => said().includes('Ram stuck'), 'the first sentence');
      report(twin, 'press-02', sampleNow, { key: 'b', level: 'fault', text: 'Belt torn' });
      await until(() => rowOf(element, 'Belt torn') !== undefined, 'the second alarm');
      expect(said()).to.contain('Ram stuck');
      await wait();
      expect(said()).to.contain('Belt torn');
      twin.clock.at(sampleNow - 40 * minute);
      await wait();
      twin.clock.at(sampleNow - minute);
      await wait();
      expect(messages(element).length).to.equal(5);
      expect(said()).to.contain('Belt torn');
    } finally {
      performance.now = real;
    }
  });

  it('says a flood once, however many alarms follow', async () => {
    const { twin } = plant();
    const element = await mount('twin-alarm-list', { twin });
    const texts: string[] = [];
    const observer = new MutationObserver(() => texts.push(said()));
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
    for (let index = 0; index < 12; index++) {
      report(twin, 'press-02', sampleNow, { key: `k${index}`, level: 'fault', text: `Fault ${index}` });
      await frames(1);
    }
    await until(() => textOf(element, '.flood').includes('14 alarms'), 'the whole flood');
    observer.disconnect();
    const floods = texts.filter((text, index) => text.includes('Alarm flood') && text !== texts[index - 1]);
    expect(floods.length).to.equal(1);
    expect(find(element, '.flood').hasAttribute('role')).to.equal(false);
  });

  it('asks once while the host page takes its time, and says that it waits', async () => {
    const { twin } = plant();
    let answer: (permission: { who: string }) => void = () => {};
    let asked = 0;
    permit(twin, () => {
      asked += 1;
      return new Promise((resolve) => (answer = resolve));
    });
    const element = await mount('twin-alarm-list', { twin });
    rowOf(element, 'Guard open').focus();
    await press(element, 'a', 'a');
    expect(textOf(element, '.result')).to.equal('Acknowledge: waiting for permission');
    button(element, 'Acknowledge').click();
    await settled(element);
    expect(asked).to.equal(1);
    answer({ who: 'Li Wei' });
    await until(() => textOf(element, '.result') === 'Acknowledge: 1 done.', 'the result');
    expect(auditOf(twin).events.length).to.equal(1);
  });

  it('shelves for the time that it shows, whatever the longest is', async () => {
    const { twin } = plant({ alarms: { ...defaultAlarmSettings, maximumShelving: 2700 } });
    const element = await mount('twin-alarm-list', { twin });
    rowOf(element, 'Guard open').focus();
    await press(element, 's');
    expect(find<HTMLSelectElement>(element, '#minutes').value).to.equal('30');
    await sendKeys({ type: 'known' });
    await press(element, 'Enter');
    await until(() => rowOf(element, 'Guard open') === undefined, 'the shelf');
    expect(auditOf(twin).events[0].act.minutes).to.equal(30);
  });

  it('takes a view that does not exist for the active one', async () => {
    const { twin } = plant();
    const element = await mount('twin-alarm-list', { twin, view: 'everything' as 'active' });
    expect(messages(element).length).to.equal(5);
  });

  it('says that more alarms come than anybody can follow', async () => {
    const { twin } = plant();
    for (let index = 0; index < 12; index++) {
      report(twin, 'press-02', sampleNow - minute, {
        key: `k${index}`,
        level: 'fault',
        text: `Fault ${index}`,
      });
    }
    const element = await mount('twin-alarm-list', { twin });
    expect(textOf(element, '.flood')).to.match(/^Alarm flood since 11:41: 14 alarms in 10\s?min\./);
  });

  it('renders only the rows in view of 5,000 alarms', async () => {
    const { twin } = plant();
    const batch = new ObservationBatch();
    const severities = ['100', '500', '700', '900'];
    for (let index = 0; index < 5000; index++) {
      batch.addCondition(twin.signal('press-02/conditions').handle, sampleNow - index * 1000, {
        key: `k${index}`,
        level: 'fault',
        text: `Fault ${index}`,
        severity: severities[index % 4],
      });
    }
    twin.observe(batch);
    const element = await mount('twin-alarm-list', { twin });
    const nodes = () => element.shadowRoot?.querySelectorAll('*').length;
    expect(alarmsOf(twin).list().length).to.equal(5005);
    expect(rowsOf(element).length).to.be.below(50);
    expect(nodes()).to.be.below(1400);
    rowsOf(element)[0].focus();
    await press(element, 'End');
    await until(() => focused(element) === 'Fault 4996', 'the last row');
    expect(rowsOf(element).length).to.be.below(50);
    expect(nodes()).to.be.below(1400);
  });

  it('says in a sentence why it has nothing to show, and does not call a lost source a calm one', async () => {
    expect(textOf(await mount('twin-alarm-list'), '.message')).to.equal('Not connected to a workshop.');
    const { twin } = plant();
    const wrong = await mount('twin-alarm-list', { twin, equipment: 'press-99' });
    expect(textOf(wrong, '.message')).to.contain('press-99');
    const locked = await mount('twin-alarm-list', { twin, locked: true });
    expect(textOf(locked, '.message')).to.equal('No permission');
    const nobody = new Twin(sampleWorkshop());
    expect(textOf(await mount('twin-alarm-list', { twin: nobody }), '.message')).to.equal('No data');
    const time = { now: sampleNow };
    const quiet = new Twin(sampleWorkshop(), { clock: new Clock(() => time.now) });
    report(quiet, 'press-01', sampleNow, { key: 'hydraulics', level: 'normal' });
    const calm = await mount('twin-alarm-list', { twin: quiet });
    expect(textOf(calm, '.message')).to.equal('No alarms.');
    time.now += 10 * minute;
    calm.requestUpdate();
    await settled(calm);
    expect(textOf(calm, '.lost')).to.equal('1 machine is silent: alarms may be missing.');
    const connector = { type: 'nobody', id: 'plc', bindings: [], settings: {} };
    const lost = new Twin({ ...sampleWorkshop(), connectors: [connector] });
    lost.start();
    const element = await mount('twin-alarm-list', { twin: lost });
    await until(() => textOf(element, '.lost') !== '', 'the lost source');
    expect(textOf(element, '.lost')).to.equal('The connection to plc is lost: alarms may be missing.');
  });

  it('shows nothing beyond its edge at 390 px, in either direction of writing', async () => {
    await setViewport({ width: 390, height: 700 });
    const { twin } = plant();
    const element = await mount('twin-alarm-list', { twin });
    rowOf(element, 'Oil pressure low').click();
    for (const direction of ['ltr', 'rtl']) {
      element.dir = direction;
      await settled(element);
      await frames(2);
      expect(document.documentElement.scrollWidth, direction).to.be.at.most(390);
    }
  });

  it('follows nothing while it is off the page', async () => {
    const { twin } = plant();
    const element = await mount('twin-alarm-list', { twin });
    element.remove();
    report(twin, 'press-02', sampleNow, { key: 'new', level: 'fault', text: 'Ram stuck' });
    await frames(3);
    document.body.append(element);
    await until(() => rowOf(element, 'Ram stuck') !== undefined, 'the alarm that came meanwhile');
    element.remove();
  });
});
