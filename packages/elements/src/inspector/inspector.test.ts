import {
  Clock,
  type Condition,
  ConditionSeries,
  type EquipmentDetail,
  ObservationBatch,
  Twin,
} from '@twinfloor/core';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { accessibilityProblems, clear, mount, settled, textOf, until } from '../testing/page.js';
import { sampleNow, sampleTwin, sampleWorkshop } from '../testing/sample-twin.js';
import { alarmsIn } from './alarms.js';
import type { TwinInspector } from './inspector.js';
import './inspector.js';
// Loaded before, so that a test need not wait for it.
import './inspector-screen.js';
import { orderProgress } from './order.js';

const minute = 60_000;

/** The sample, with an order, a temperature and alarms at Press 04. */
function busyTwin(now: () => number = () => sampleNow): Twin {
  const twin = sampleTwin(now);
  const at = (name: string, minutesAgo: number, value: number | string) => ({
    signal: `press-04/${name}`,
    time: sampleNow - minutesAgo * minute,
    value,
  });
  twin.observe([
    at('order', 240, 'WO-1'),
    at('order', 120, 'WO-2'),
    at('order', 60, 'WO-2'),
    at('orderQuantity', 120, 100),
    at('product', 120, 'NG10'),
    at('temperature', 30, 40),
    at('temperature', 0, 62.5),
  ]);
  const batch = new ObservationBatch();
  const { handle } = twin.signal('press-04/conditions');
  const report = (minutesAgo: number, condition: Condition) =>
    batch.addCondition(handle, sampleNow - minutesAgo * minute, condition);
  report(90, { key: 'guard', level: 'warning', text: 'Guard open' });
  report(80, { key: 'guard', level: 'normal' });
  report(44, { key: 'oil', level: 'fault', code: 'E12', text: 'Oil pressure low', severity: '900' });
  twin.observe(batch);
  return twin;
}

/** Labels and contents of all lists of facts. */
function factsOf(element: TwinInspector): Record<string, string> {
  const rows = [...(element.shadowRoot?.querySelectorAll('dl > div') ?? [])];
  const text = (row: Element, tag: string) =>
    row.querySelector(tag)?.textContent?.replaceAll(/\s+/g, ' ').trim();
  return Object.fromEntries(rows.map((row) => [text(row, 'dt'), text(row, 'dd')]));
}

const textsOf = (element: TwinInspector, selector: string) =>
  [...(element.shadowRoot?.querySelectorAll(selector) ?? [])].map((one) =>
    one.textContent?.replaceAll(/\s+/g, ' ').trim(),
  );

describe('<twin-inspector>', () => {
  afterEach(clear);

  it('is accessible for machines in every state, lines, and with nothing to show', async () => {
    const twin = busyTwin();
    for (const equipment of [
      'press-04',
      'mill-02',
      'mill-04',
      'lathe-02',
      'pump-01',
      'line-a',
      'hall-1',
      'nowhere',
    ]) {
      const element = await mount('twin-inspector', { twin, equipment });
      for (const one of element.shadowRoot?.querySelectorAll('details') ?? []) one.open = true;
      await settled(element);
      expect(await accessibilityProblems(element), equipment).to.deep.equal([]);
      clear();
    }
    expect(await accessibilityProblems(await mount('twin-inspector'))).to.deep.equal([]);
  });

  it('shows what is selected, and follows the selection', async () => {
    const twin = busyTwin();
    const element = await mount('twin-inspector', { twin });
    expect(textOf(element, '.message')).to.equal('Choose a machine.');
    twin.selection.select('press-04');
    await settled(element);
    expect(textOf(element, 'h3')).to.equal('Press 04');
    twin.selection.select('mill-02');
    await settled(element);
    expect(textOf(element, 'h3')).to.equal('Mill 02');
  });

  it('says state, reason, since when and for how long', async () => {
    const element = await mount('twin-inspector', { twin: busyTwin(), equipment: 'press-04' });
    expect(textOf(element, '.state')).to.equal('Fault 44 minsince 10:58 Oil pressure low');
  });

  it('says how far the order is, counted from when it began', async () => {
    const twin = busyTwin();
    const element = await mount('twin-inspector', { twin, equipment: 'press-04' });
    const facts = factsOf(element);
    expect(facts['Order']).to.equal('WO-2');
    expect(facts['Product']).to.equal('NG10');
    expect(facts['Good pieces']).to.match(/^\d+ of 100 pcs$/);
    const good = twin.seriesOf('press-04', 'goodCount', 'counter')?.count({
      from: sampleNow - 120 * minute,
      to: sampleNow,
    });
    expect(orderProgress(twin, 'press-04')).to.deep.equal({ good, quantity: 100 });
  });

  it('has a short line for OEE with its factors', async () => {
    const element = await mount('twin-inspector', { twin: busyTwin(), equipment: 'press-04' });
    expect(factsOf(element)['OEE']).to.match(/^\d\d\.\d % \d\d\.\d × \d\d\.\d × \d\d\.\d$/);
  });

  it('lists alarms that are active before those that have gone, with priority and duration', async () => {
    const element = await mount('twin-inspector', { twin: busyTwin(), equipment: 'press-04' });
    await until(() => textOf(element, '.alarm').startsWith('Priority 1'), 'the priority');
    expect(textsOf(element, '.alarm')).to.deep.equal([
      'Priority 1 Oil pressure low E12 10:58 for 44 min',
      'Priority 4 Guard open 10:12 lasted 10 min',
    ]);
  });

  it('gives an alarm the priority that it has in the list of alarms, whatever the severity and when it began', async () => {
    const twin = busyTwin();
    const batch = new ObservationBatch();
    const { handle } = twin.signal('mill-02/conditions');
    const report = (key: string, severity?: string) =>
      batch.addCondition(handle, sampleNow - 5 * minute, { key, level: 'fault', text: key, severity });
    for (const [key, severity] of [
      ['a', '700'],
      ['b', '500'],
      ['c', '4'],
      ['d', undefined],
      ['e', '900'],
    ] as const)
      report(key, severity);
    twin.observe(batch);
    // All of them began before the interval.
    const range = `${new Date(sampleNow - minute).toISOString()}/PT1M`;
    const element = await mount('twin-inspector', { twin, equipment: 'mill-02', range });
    const shown = () =>
      Object.fromEntries(
        textsOf(element, '.alarm')
          .map((text) => /^Priority (\d) (\w)/.exec(text ?? '')?.slice(1) ?? [])
          .map(([a, b]) => [b, a]),
      );
    await until(() => shown()['e'] === '1', 'the priorities');
    expect(shown()).to.deep.equal({ a: '2', b: '3', c: '4', d: '2', e: '1' });
  });

  it('lists the signals that were observed with value and unit, and a line for what is measured', async () => {
    const element = await mount('twin-inspector', { twin: busyTwin(), equipment: 'press-04' });
    const rows = textsOf(element, '.signal');
    expect(rows).to.include('Temperature 62.5 °C');
    expect(rows.some((row) => row?.startsWith('Level'))).to.equal(false);
    const canvas = element.shadowRoot?.querySelector('[data-signal=temperature]') as HTMLCanvasElement;
    await until(() => {
      if (canvas.width === 300) return false;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return data.some((value) => value > 0);
    }, 'a painted line');
  });

  it('says since when a signal is silent, and that its value is uncertain', async () => {
    let now = sampleNow;
    const twin = busyTwin(() => now);
    const element = await mount('twin-inspector', { twin, equipment: 'mill-02' });
    now += 10 * minute;
    await until(() => textOf(element, '.state').startsWith('Unknown'), 'the silence');
    expect(textOf(element, '.reason')).to.equal('No data since 11:42');
    expect(textsOf(element, '.signal').find((row) => row?.startsWith('Power'))).to.match(/kW at 11:42$/);
    twin.observe([{ signal: 'mill-02/temperature', time: now, value: 30, quality: 'uncertain' }]);
    await until(() => textsOf(element, '.signal').includes('Temperature 30.0 °C uncertain'), 'the sign');
  });

  describe('with details of a source', () => {
    const details: readonly EquipmentDetail[] = [
      { section: 'nameplate', name: 'ManufacturerName', value: { de: 'Muster AG', en: 'Sample Inc' } },
      { section: 'nameplate', name: 'YearOfConstruction', value: '2022' },
      { section: 'nameplate', name: 'MarkingName', value: 'CE', group: ['Markings'] },
      {
        section: 'nameplate',
        name: 'Text',
        label: { en: 'AdditionalText__00__' },
        value: '0044',
        group: ['Markings'],
      },
      {
        section: 'technicalData',
        name: 'max_ambient_temperature',
        value: '70',
        unit: '°C',
        group: ['ECLASS'],
      },
      {
        section: 'technicalData',
        name: 'Housing',
        label: { en: 'Housing', zh: '外壳' },
        value: 'brass',
        group: ['ECLASS'],
      },
      {
        section: 'technicalData',
        name: 'Housing',
        label: { en: 'Housing', zh: '外壳' },
        value: 'plastic',
        group: ['ECLASS'],
      },
      {
        section: 'documentation',
        name: 'DigitalFile',
        value: 'Operating manual',
        group: ['Operation'],
        href: 'https://maker.example/manual.pdf',
        contentType: 'application/pdf',
      },
      { section: 'documentation', name: 'DigitalFile', value: 'Trap', href: 'javascript:alert(1)' },
      {
        section: 'documentation',
        name: 'DigitalFile',
        value: '<b>Sheet</b>',
        href: 'https://user:word@maker.example/',
      },
      { section: 'carbonFootprint', name: 'PcfCO2eq', value: '17.2', unit: 'kg CO₂e', group: ['A1 – A3'] },
    ];

    async function opened(lang = ''): Promise<TwinInspector> {
      const twin = busyTwin();
      twin.details.set('press-04', 'shells', details);
      const element = await mount('twin-inspector', { twin, equipment: 'press-04', lang });
      for (const one of element.shadowRoot?.querySelectorAll('details') ?? []) one.open = true;
      await settled(element);
      await settled(element);
      return element;
    }

    it('has a part for each section that is known, and is accessible', async () => {
      const element = await opened();
      expect(textsOf(element, 'summary')).to.deep.equal([
        'Alarms',
        'Signals',
        'Nameplate',
        'Technical data',
        'Documents',
        'Carbon footprint',
      ]);
      expect(await accessibilityProblems(element)).to.deep.equal([]);
    });

    it('says what they are called in words, with units, several of one name in one row', async () => {
      const facts = factsOf(await opened());
      expect(facts).to.include({
        Manufacturer: 'Sample Inc',
        'Year of construction': '2022',
        'Marking name': 'CE',
        'Max ambient temperature': '70 °C',
        'Additional text': '0044',
        Housing: 'brass, plastic',
        'Carbon footprint': '17.2 kg CO₂e',
      });
    });

    it('is in Chinese where the page is', async () => {
      const element = await opened('zh-CN');
      await until(() => textsOf(element, 'summary').includes('技术数据'), 'Chinese');
      expect(factsOf(element)).to.include({ 制造年份: '2022', 外壳: 'brass, plastic' });
    });

    it('links only to addresses of the web without a user name, and gives nothing away to them', async () => {
      const element = await opened();
      const links = [...(element.shadowRoot?.querySelectorAll('a') ?? [])];
      expect(links.map(({ href, rel, target }) => [href, rel, target])).to.deep.equal([
        ['https://maker.example/manual.pdf', 'noopener noreferrer', '_blank'],
      ]);
      expect(textsOf(element, '.document')).to.deep.equal([
        'Operating manual (opens in a new tab) Operation, PDF',
        'Trap',
        '<b>Sheet</b>',
      ]);
      element.shadowRoot?.querySelector<HTMLElement>('summary')?.focus();
      links[0].focus();
      expect(element.shadowRoot?.activeElement).to.equal(links[0]);
    });

    it('says once what the workshop file says as well', async () => {
      const twin = busyTwin();
      twin.details.set('press-04', 'shells', [{ section: 'nameplate', name: 'AssetId', value: 'press-04' }]);
      const element = await mount('twin-inspector', { twin, equipment: 'press-04' });
      for (const one of element.shadowRoot?.querySelectorAll('details') ?? []) one.open = true;
      await settled(element);
      await settled(element);
      expect(textsOf(element, 'dd').filter((text) => text === 'press-04')).to.have.length(1);
    });
  });

  it('renders nothing of a part that is folded', async () => {
    const element = await mount('twin-inspector', { twin: busyTwin(), equipment: 'press-04' });
    const [, signals, plate] = element.shadowRoot?.querySelectorAll('details') ?? [];
    expect(plate.querySelector('dl')).to.equal(null);
    (plate.querySelector('summary') as HTMLElement).click();
    (signals.querySelector('summary') as HTMLElement).click();
    await settled(element);
    expect(factsOf(element)['Id']).to.equal('press-04');
    expect(signals.querySelector('canvas')).to.equal(null);
  });

  it('sums up a line: machines by state, and those that need somebody, the worst first', async () => {
    const twin = busyTwin();
    const element = await mount('twin-inspector', { twin, equipment: 'line-a' });
    expect(textsOf(element, '.counts li')).to.deep.equal(['5 Running', '1 Set-up', '1 Blocked', '1 Fault']);
    expect(textsOf(element, '.machine')).to.deep.equal([
      'Press 04 Oil pressure low 44 min',
      'Robot 01 Press 04 stopped 44 min',
    ]);
  });

  it('selects a machine of a line, and what is above a machine, and tells so', async () => {
    const twin = busyTwin();
    const element = await mount('twin-inspector', { twin });
    twin.selection.select('line-a');
    await settled(element);
    const told: string[] = [];
    element.addEventListener('twin-select', (event) => told.push(event.equipment));
    element.shadowRoot?.querySelector<HTMLElement>('.machine')?.focus();
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(textOf(element, 'h3')).to.equal('Press 04');
    element.shadowRoot?.querySelector<HTMLElement>('nav button')?.click();
    await settled(element);
    expect(told).to.deep.equal(['press-04', 'hall-1']);
  });

  it('lies at the bottom of a narrow screen as a sheet, and is closed by its button and Escape', async () => {
    await setViewport({ width: 390, height: 844 });
    const twin = busyTwin();
    const element = await mount('twin-inspector', { twin, sheet: true });
    expect(getComputedStyle(element).display).to.equal('none');
    twin.selection.select('press-04');
    await settled(element);
    const { bottom, height } = element.getBoundingClientRect();
    expect(bottom).to.equal(844);
    expect(height).to.be.at.most(844 * 0.7 + 1);
    element.shadowRoot?.querySelector<HTMLElement>('.close')?.focus();
    await sendKeys({ press: 'Escape' });
    await settled(element);
    expect(twin.selection.equipment).to.equal(undefined);
    expect(getComputedStyle(element).display).to.equal('none');
    await setViewport({ width: 800, height: 600 });
  });

  it('has no line that is wider than 320 px', async () => {
    const host = document.createElement('div');
    host.style.setProperty('width', '320px');
    const element = await mount('twin-inspector', { twin: busyTwin(), equipment: 'press-04' });
    element.replaceWith(host);
    host.append(element);
    await settled(element);
    const wide = [...(element.shadowRoot?.querySelectorAll('*') ?? [])].filter(
      (one) =>
        !one.classList.contains('hidden-text') &&
        one.getBoundingClientRect().right > host.getBoundingClientRect().right + 0.5,
    );
    expect(wide.map(({ tagName, className }) => `${tagName} ${className}`)).to.deep.equal([]);
    host.remove();
  });

  it('says in a sentence why it has nothing to show', async () => {
    expect(textOf(await mount('twin-inspector'), '.message')).to.equal('Not connected to a workshop.');
    const twin = new Twin(sampleWorkshop(), { clock: new Clock(() => sampleNow) });
    const wrong = await mount('twin-inspector', { twin, equipment: 'press-99' });
    expect(textOf(wrong, '.message')).to.contain('press-99');
    const empty = await mount('twin-inspector', { twin, equipment: 'press-01' });
    expect(textOf(empty, '.state')).to.equal('Unknown No data');
    expect(textsOf(empty, 'details p')).to.deep.equal(['None in this time.', 'No signal has come yet.']);
    const locked = await mount('twin-inspector', { twin: busyTwin(), equipment: 'press-04', locked: true });
    expect(textOf(locked, 'h3')).to.equal('Press 04');
    expect(textOf(locked, '.message')).to.equal('No permission');
    expect(locked.shadowRoot?.querySelector('.state')).to.equal(null);
  });

  it('follows nothing while it is off the page', async () => {
    const twin = busyTwin();
    const element = await mount('twin-inspector', { twin, equipment: 'press-04' });
    const { subscriptions } = twin.signal('press-04/temperature');
    expect(subscriptions.size).to.equal(1);
    element.remove();
    expect(subscriptions.size).to.equal(0);
  });
});

describe('alarmsIn()', () => {
  const series = (...reports: [number, Condition][]) => {
    const made = new ConditionSeries();
    for (const [time, condition] of reports) made.append(time, condition);
    return made;
  };
  const shown = (made: ConditionSeries, from = 0, now = 100) =>
    alarmsIn(made, { from, to: 200 }, now, 5).map(({ condition, until }) => [
      condition.key,
      condition.since,
      until,
    ]);

  it('gives what is active, then what has gone, each the newest first', () => {
    const made = series(
      [10, { key: 'a', level: 'fault' }],
      [20, { key: 'b', level: 'warning' }],
      [30, { key: 'a', level: 'normal' }],
      [40, { key: 'b', level: 'normal' }],
      [50, { key: 'c', level: 'fault' }],
      [60, { key: 'd', level: 'fault' }],
    );
    expect(shown(made)).to.deep.equal([
      ['d', 60, undefined],
      ['c', 50, undefined],
      ['b', 20, 40],
      ['a', 10, 30],
    ]);
  });

  it('knows since when an alarm was active that began before the interval', () => {
    const made = series([10, { key: 'a', level: 'fault' }], [30, { key: 'a', level: 'normal' }]);
    expect(shown(made, 20)).to.deep.equal([['a', 10, 30]]);
    expect(shown(made, 31)).to.deep.equal([]);
  });

  it('does not take a gap for the end of an alarm', () => {
    const made = series([10, { key: 'a', level: 'fault' }], [30, { key: 'a', level: 'unavailable' }]);
    expect(shown(made)).to.deep.equal([]);
  });

  it('looks no further than the moment of the clock', () => {
    const made = series([10, { key: 'a', level: 'fault' }], [30, { key: 'a', level: 'normal' }]);
    expect(shown(made, 0, 20)).to.deep.equal([['a', 10, undefined]]);
  });
});
