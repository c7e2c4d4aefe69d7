import { Clock, type EquipmentState, ObservationBatch, Twin, type Workshop } from '@twinfloor/core';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { TwinExplainEvent } from '../events/explain-event.js';
import { accessibilityProblems, clear, mount, settled, textOf, until } from '../testing/page.js';
import { sampleTwin, sampleWorkshop } from '../testing/sample-twin.js';
import type { TwinEnergy } from './energy.js';
import './energy.js';
import { energyView, idleShare } from './energy-view.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** 06:00 of the sample's shift, in the local time of the site. */
const start = Date.UTC(2026, 2, 15, 22);
const now = start + 4.5 * hour;

const tariffs: Workshop['energy']['tariffs'] = [
  {
    currency: 'CNY',
    bands: [
      { band: 'peak', price: 1.2, hours: [{ from: '08:00', to: '10:00' }] },
      { band: 'valley', price: 0.3, hours: [{ from: '00:00', to: '24:00' }] },
    ],
  },
];
const emissionFactors = [{ carrier: 'electricity', factor: 0.55, year: 2023, source: 'East China grid' }];

/**
 * Line A: press 1 takes 60 kW and runs but for an hour of idling at 12 kW from 07:30 on, press 2 takes 30 kW, both by
 * power; today and the day before. Press 1 makes 10 good pieces an hour.
 */
function meteredTwin(
  energy: Partial<Workshop['energy']> = { tariffs, emissionFactors },
  clock = () => now,
): Twin {
  const sample = sampleWorkshop();
  const kept = new Set(['hall-1', 'line-a', 'press-01', 'press-02']);
  const twin = new Twin(
    {
      ...sample,
      equipment: sample.equipment.filter(({ id }) => kept.has(id)),
      energy: { ...sample.energy, ...energy },
    },
    { clock: new Clock(clock), scheduler: (task) => void requestAnimationFrame(task) },
  );
  const batch = new ObservationBatch();
  const add = (address: string, time: number, value: number) =>
    batch.add(twin.signal(address).handle, time, value);
  const enter = (id: string, time: number, state: EquipmentState) =>
    batch.addState(twin.signal(`${id}/state`).handle, time, state, state);
  for (const at of [start - day, start]) {
    for (const [time, state, power] of [
      [0, 'running', 60],
      [1.5, 'idle', 12],
      [2.5, 'running', 60],
      [4.5, 'running', 60],
    ] as const) {
      enter('press-01', at + time * hour, state);
      add('press-01/power', at + time * hour, at === start ? power : power * 2);
      enter('press-02', at + time * hour, 'running');
      add('press-02/power', at + time * hour, 30);
    }
    for (let count = 0; count <= 45; count++) {
      add('press-01/goodCount', at + count * 6 * minute, count);
      add('press-01/producedCount', at + count * 6 * minute, count);
    }
  }
  twin.observe(batch);
  return twin;
}

describe('energyView()', () => {
  const shift = { from: start, to: start + 8 * hour };
  const sum = (numbers: readonly (number | undefined)[]) =>
    numbers.reduce<number>((all, one) => all + (one ?? 0), 0);

  it('adds up: bands, states and hours are each the total as it is shown', () => {
    for (const twin of [meteredTwin(), sampleTwin()]) {
      for (const { id: equipment } of twin.workshop.equipment) {
        const view = energyView(twin, equipment, shift);
        const total = Number((view.use.value ?? 0).toFixed(view.digits));
        expect(sum(view.shownStates), equipment).to.be.closeTo(total, 1e-9);
        expect(sum(view.columns.map(({ shown }) => shown)), equipment).to.be.closeTo(total, 1e-9);
        if (!view.cost) continue;
        expect(sum(view.shownBands), equipment).to.be.closeTo(total, 1e-9);
        expect(sum(view.shownCosts), equipment).to.equal(Math.round(view.cost.value ?? 0));
      }
    }
  });

  it('compares with the same hours of the day before', () => {
    const { rows } = energyView(meteredTwin(), 'line-a', shift);
    // 222 + 135 kWh against 444 + 135.
    expect(rows[0].change).to.be.closeTo(357 / 579 - 1, 1e-9);
  });

  it('compares with nothing where the time before was not measured', () => {
    expect(energyView(sampleTwin(), 'line-a', shift).rows[0].change).to.equal(undefined);
  });

  it('names what was used while not producing, and its share of what the machines used', () => {
    const { amount, share } = idleShare(energyView(meteredTwin(), 'line-a', shift));
    expect(amount).to.equal(12);
    expect(share).to.be.closeTo(12 / 357, 1e-9);
  });

  it('gives days where the time is long, and cuts hours at the full hour of the site', () => {
    const week = energyView(meteredTwin(), 'line-a', { from: start - day, to: start + 6 * day });
    expect(week.isByDay).to.equal(true);
    expect(week.columns).to.have.length(7);
    const some = energyView(meteredTwin(), 'line-a', { from: start + 20 * minute, to: start + 2.5 * hour });
    expect(some.columns.map(({ from, to }) => (to - from) / minute)).to.deep.equal([40, 60, 30]);
  });
});

describe('<twin-energy>', () => {
  const show = async (properties: Partial<TwinEnergy> = {}) => {
    const element = await mount('twin-energy', { twin: meteredTwin(), equipment: 'line-a', ...properties });
    await until(() => !element.shadowRoot?.querySelector('.skeleton'), 'the figures');
    return element;
  };
  const rows = (element: TwinEnergy) =>
    [...(element.shadowRoot?.querySelectorAll('.rows tbody tr') ?? [])].map((row) =>
      [...row.children].map((cell) => cell.textContent?.replace(/\s+/g, ' ').trim()),
    );
  const verb = (element: TwinEnergy, words: string) =>
    [...(element.shadowRoot?.querySelectorAll('button') ?? [])].find(
      (button) => button.textContent?.trim() === words,
    ) as HTMLElement;

  const tableOf = (element: TwinEnergy) =>
    [...(element.shadowRoot?.querySelectorAll('.explanation tbody tr') ?? [])].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );

  afterEach(clear);

  it('is accessible, with explanations closed and open', async () => {
    for (const explained of ['', 'energy', 'cost', 'states', 'hours']) {
      const element = await show({ explained });
      await until(() => !explained || textOf(element, '.explanation') !== '', 'the explanation');
      expect(await accessibilityProblems(element), explained).to.deep.equal([]);
      clear();
    }
    expect(await accessibilityProblems(await mount('twin-energy'))).to.deep.equal([]);
  });

  it('shows energy, cost, CO₂, energy per good unit and mean power, each with its change', async () => {
    expect(rows(await show())).to.deep.equal([
      ['Electricity', '357', 'kWh', '−38.3 %'],
      ['Cost', '248', 'CNY', '−38.2 %'],
      ['CO₂', '196', 'kg', '−38.3 %'],
      // 44 pieces: those that were made in the break needed energy too.
      ['Per good unit', '8.11', 'kWh', '−38.3 %'],
      ['Mean power', '79.3', 'kW', '−38.3 %'],
    ]);
  });

  it('shows the peak of a machine, which is measured in one place', async () => {
    const all = rows(await show({ equipment: 'press-01' }));
    expect(all[4].slice(0, 3)).to.deep.equal(['Peak demand', '60.0', 'kW']);
  });

  it('shows bands, states and hours', async () => {
    const element = await show();
    expect(textOf(element, 'ul.bands')).to.equal('峰 peak 156 kWh 187 CNY 谷 valley 201 kWh 61 CNY');
    expect(textOf(element, '[part=bands] > .quiet')).to.equal('76 % of the cost in peak hours');
    expect(textOf(element, '[part=states] > .quiet')).to.equal('12 kWh, 3.4 % of machine energy');
    const columns = [...(element.shadowRoot?.querySelectorAll('.column') ?? [])];
    expect(columns.map((column) => column.querySelector('i')?.textContent?.trim())).to.deep.equal([
      '90',
      '66',
      '66',
      '90',
      '45',
      undefined,
      undefined,
      undefined,
    ]);
    expect(columns[4].classList.contains('open')).to.equal(true);
  });

  it('leaves out what the workshop file has no tariff or factor for', async () => {
    const element = await show({ twin: meteredTwin({}) });
    expect(rows(element).map(([name]) => name)).to.deep.equal(['Electricity', 'Per good unit', 'Mean power']);
    expect(element.shadowRoot?.querySelector('[part=bands]')).to.equal(null);
  });

  it('says why there is no cost where the tariff names no price', async () => {
    const { bands } = tariffs[0];
    const element = await show({ twin: meteredTwin({ tariffs: [{ currency: 'CNY', bands: [bands[0]] }] }) });
    expect(rows(element)[1][1]).to.equal('–');
    expect(textOf(element, '.remark')).to.contain('names no price');
  });

  it('opens by key what a figure was made of, and tells the page', async () => {
    const element = await show();
    const events: TwinExplainEvent[] = [];
    element.addEventListener('twin-explain', (event) => events.push(event));
    verb(element, 'Cost').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => textOf(element, '.explanation') !== '', 'the explanation');
    expect(verb(element, 'Cost').getAttribute('aria-expanded')).to.equal('true');
    expect(tableOf(element)).to.deep.equal([
      ['peak', '156', '1.2000', '187'],
      ['valley', '201', '0.3000', '61'],
      ['Sum', '357', '0.6933', '248'],
    ]);
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(element.shadowRoot?.querySelector('.explanation')).to.equal(null);
    expect(events.map(({ equipment, figure, open }) => [equipment, figure, open])).to.deep.equal([
      ['line-a', 'cost', true],
      ['line-a', 'cost', false],
    ]);
  });

  it('explains states and CO₂ with sums and formulas', async () => {
    const element = await show({ explained: 'states' });
    await until(() => textOf(element, '.explanation') !== '', 'the explanation');
    expect(tableOf(element)).to.deep.equal([
      ['Running', '345', '96.6'],
      ['Idle', '12', '3.4'],
      ['Sum', '357', '100.0'],
    ]);
    element.explained = 'emission';
    await settled(element);
    expect(textOf(element, '.explanation')).to.equal(
      '357 kWh × 0.5500 kg/kWh = 196 kg. Factor: East China grid (2023), the same at every hour.'.replace(
        '. F',
        '.F',
      ),
    );
  });

  it('says which share is estimated where a counter is read seldom', async () => {
    const twin = meteredTwin();
    const energy = twin.signal('press-02/energy').handle;
    const batch = new ObservationBatch();
    for (let count = 0; count <= 3; count++) batch.add(energy, start + count * 1.5 * hour, count * 45);
    twin.observe(batch);
    const element = await show({ twin, equipment: 'press-02', explained: 'cost' });
    await until(() => textOf(element, '.explanation') !== '', 'the explanation');
    // 08:00 lies between the readings of 07:30 and 09:00, 10:00 between those of 09:00 and 10:30.
    expect(textOf(element, '.explanation')).to.contain('Estimated share: 66.7 %');
  });

  it('marks its figures as old, and says since when, while no source is heard', async () => {
    const twin = meteredTwin(undefined, () => now + hour);
    const element = await show({ twin });
    expect(element.shadowRoot?.querySelector('.value.stale')).to.not.equal(null);
    expect(textOf(element, '.remark')).to.equal('No data since 10:30');
  });

  it('shows the moment of the clock', async () => {
    const twin = meteredTwin();
    const element = await show({ twin });
    twin.clock.at(start + hour);
    await settled(element);
    expect(rows(element)[0][1]).to.equal('90');
  });

  it('shows the selected equipment, and asks for one where none is selected', async () => {
    const twin = meteredTwin();
    const element = await show({ twin, equipment: 'selected' });
    expect(textOf(element, 'p')).to.equal('Choose a machine.');
    twin.selection.select('press-02');
    await settled(element);
    expect(rows(element)[0][1]).to.equal('135');
  });

  it('speaks Chinese', async () => {
    document.documentElement.lang = 'zh-CN';
    const element = await show();
    await until(() => textOf(element, 'h3') === '能耗', 'the Chinese words');
    expect(rows(element)[1].slice(0, 3)).to.deep.equal(['电费', '248', '元']);
  });

  it('shows no peak, no waste and no sum of nothing where a time was not measured', async () => {
    const twin = meteredTwin();
    twin.clock.at(start - 3 * day);
    const element = await show({ twin, range: 'PT4H', explained: 'hours' });
    await until(() => textOf(element, '.explanation') !== '', 'the explanation');
    expect(rows(element).map(([name, value]) => [name, value])).to.deep.equal([
      ['Electricity', '–'],
      ['Cost', '–'],
      ['CO₂', '–'],
      ['Mean power', '–'],
    ]);
    expect(element.shadowRoot?.querySelector('[part=states]')).to.equal(null);
    expect(tableOf(element).at(-1)).to.deep.equal(['Sum', '–', '']);
  });

  it('says what it cannot show', async () => {
    expect(textOf(await show({ twin: undefined }), 'p')).to.equal('Not connected to a workshop.');
    expect(textOf(await show({ equipment: 'press-99' }), 'p')).to.contain('press-99');
    expect(textOf(await show({ locked: true }), 'p')).to.equal('No permission');
    const silent = new Twin(sampleWorkshop());
    expect(textOf(await show({ twin: silent, equipment: 'press-01' }), 'p')).to.contain(
      'Nothing here measures',
    );
  });
});
