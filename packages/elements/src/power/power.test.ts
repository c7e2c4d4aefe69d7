import { Clock, ObservationBatch, Twin, type Workshop } from '@twinfloor/core';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { cursorOf } from '../charts/cursor.js';
import { until } from '../testing/page.js';
import { sampleWorkshop } from '../testing/sample-twin.js';
import { languageAt } from '../internal/language.js';
import { viewOf } from '../charts/view.js';
import type { TwinPower } from './power.js';
import './power.js';
import { PowerData } from './power-data.js';
import { loadSpread } from './power-forecast.js';
import { PowerTariff } from './power-tariff.js';

const minute = 60_000;
/** 06:00 of the sample's shift. */
const start = Date.UTC(2026, 2, 15, 22);
const now = start + 100 * minute;
const tariffs: Workshop['energy']['tariffs'] = [
  {
    currency: 'CNY',
    bands: [
      { band: 'peak', price: 1.155, hours: [{ from: '07:00', to: '12:00' }] },
      { band: 'valley', price: 0.266, hours: [{ from: '22:00', to: '06:30' }] },
    ],
  },
];
const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

async function settled(element: TwinPower): Promise<void> {
  for (let count = 0; count < 4; count++) {
    await frame();
    await element.updateComplete;
  }
}

/** A hall with a meter: 600 kW, from 60 to 75 minutes 720 kW; the power of a machine, with a gap from 20 to 35. */
function meteredTwin(clock = () => now, tariffs: Workshop['energy']['tariffs'] = []): Twin {
  const sample = sampleWorkshop();
  const workshop = {
    ...sample,
    equipment: [
      ...sample.equipment,
      { id: 'meter', name: 'Meter', level: 'workUnit', type: 'meter', parent: 'hall-1' } as const,
    ],
    energy: {
      carriers: [],
      meters: [{ equipment: 'meter', carrier: 'electricity', measures: ['hall-1'] }],
      demandInterval: 15,
      demandLimit: 660,
      tariffs,
      emissionFactors: [],
    },
  };
  const twin = new Twin(workshop, {
    clock: new Clock(clock),
    scheduler: (task) => void requestAnimationFrame(task),
  });
  const batch = new ObservationBatch();
  const energy = twin.signal('meter/energy').handle;
  const power = twin.signal('press-01/power').handle;
  let reading = 1000;
  for (let at = 0; at <= 100; at++) {
    batch.add(energy, start + at * minute, reading);
    reading += (at >= 60 && at < 75 ? 720 : 600) / 60;
    if (at < 20 || at >= 35) batch.add(power, start + at * minute, 20);
    else batch.add(power, start + at * minute, undefined, 'bad');
  }
  twin.observe(batch);
  return twin;
}

describe('PowerData', () => {
  const shift = { from: start, to: start + 480 * minute };

  it('gives the demand of each window that is over', () => {
    const steps = new PowerData(meteredTwin(), 'hall-1').steps(shift, now);
    expect(steps.map(({ value }) => Math.round(value ?? -1))).to.deep.equal([600, 600, 600, 600, 720, 600]);
  });

  it('keeps the windows that cannot have changed and calculates the others', () => {
    const data = new PowerData(meteredTwin(), 'hall-1');
    const all = data.steps(shift, now);
    const known = all.slice(0, 3);
    const steps = data.steps(shift, now, known);
    expect(steps).to.deep.equal(all);
    expect(steps[2]).to.equal(known[2]);
    expect(data.steps({ from: start + 60 * minute, to: shift.to }, now, known)).to.deep.equal(all.slice(4));
    expect(data.steps(shift, start + 20 * minute, known)).to.deep.equal(all.slice(0, 1));
  });

  it('leaves a gap where less than half of a window was measured', () => {
    const data = new PowerData(meteredTwin(), 'press-01');
    expect(data.steps(shift, now).map(({ value }) => value)).to.deep.equal([20, undefined, 20, 20, 20, 20]);
    expect(data.line).to.not.equal(undefined);
  });

  it('says what the open window will be and what is allowed in the time left', () => {
    const open = new PowerData(meteredTwin(), 'hall-1').openWindow(now);
    expect(open.from).to.equal(start + 90 * minute);
    expect(open.expected).to.be.closeTo(600, 1e-6);
    // 165 kWh in 15 min less the 100 kWh used, in the 5 min left.
    expect(open.allowed).to.be.closeTo((660 / 4 - 100) * 12, 1e-6);
  });

  it('has a limit for the whole only, because it was agreed for the whole', () => {
    expect(new PowerData(meteredTwin(), '').limit).to.equal(660);
    expect(new PowerData(meteredTwin(), 'press-01').limit).to.equal(undefined);
  });

  it('counts the energy of a range until now', () => {
    const { amount, mean, coverage } = new PowerData(meteredTwin(), 'hall-1').energy(shift, now);
    expect(amount).to.be.closeTo(1030, 1e-6);
    expect(mean).to.be.closeTo(618, 1e-6);
    expect(coverage).to.equal(1);
  });

  it('knows a sum only where each part is known', () => {
    const twin = meteredTwin();
    twin.observe([{ signal: 'press-02/power', time: start + 50 * minute, value: 5 }]);
    const data = new PowerData(twin, 'line-a');
    expect(data.loadAt(start + 40 * minute)).to.equal(undefined);
    expect(data.loadAt(start + 60 * minute)).to.equal(25);
  });
});

describe('loadSpread()', () => {
  it('is the least and the highest load of the demand window before now', () => {
    const twin = meteredTwin();
    twin.observe([{ signal: 'press-01/power', time: now - 4.5 * minute, value: 31 }]);
    expect(loadSpread(new PowerData(twin, 'press-01'), now)).to.deep.equal({ low: 20, high: 31 });
  });

  it('is not known where only a counter is read', () => {
    expect(loadSpread(new PowerData(meteredTwin(), 'hall-1'), now)).to.equal(undefined);
  });
});

describe('<twin-power>', () => {
  let element: TwinPower;
  let twin: Twin;

  async function show(equipment: string, range = '', given = meteredTwin()): Promise<void> {
    twin = given;
    element = document.createElement('twin-power');
    element.equipment = equipment;
    element.range = range;
    element.twin = given;
    element.style.setProperty('width', '1000px');
    document.body.append(element);
    await settled(element);
  }

  const root = () => element.shadowRoot as ShadowRoot;
  const plot = () => root().querySelector('.plot') as HTMLElement;
  const words = (node: Element | null) => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const figures = () =>
    [...root().querySelectorAll('.figure')].map((one) => [
      words(one.querySelector('dd')),
      words(one.querySelector('dt')),
    ]);
  const press = async (key: string, shiftKey = false) => {
    plot().focus();
    if (shiftKey) await sendKeys({ down: 'Shift' });
    await sendKeys({ press: key });
    if (shiftKey) await sendKeys({ up: 'Shift' });
    await settled(element);
  };

  afterEach(() => {
    element.remove();
    document.documentElement.removeAttribute('lang');
  });

  it('is accessible, with its table closed and open', async () => {
    await import('axe-core/axe.min.js' as string);
    const { axe } = window as unknown as {
      axe: { run(node: Element): Promise<{ violations: { id: string; help: string }[] }> };
    };
    await show('hall-1');
    expect((await axe.run(element)).violations.map(({ id, help }) => `${id}: ${help}`)).to.deep.equal([]);
    (root().querySelector('.table button') as HTMLElement).click();
    await until(() => root().querySelector('tbody tr') !== null, 'the table');
    expect((await axe.run(element)).violations.map(({ id, help }) => `${id}: ${help}`)).to.deep.equal([]);
  });

  it('shows load, expected, allowed and peak, of a counter the last demand as load', async () => {
    await show('hall-1');
    expect(figures()).to.deep.equal([
      ['600 kW', 'demand 07:15–07:30'],
      ['600 kW', 'expected for 07:30–07:45'],
      ['780 kW', 'allowed in the 5 min left'],
      ['720 kW', 'peak, 07:00'],
    ]);
    expect(words(root().querySelector('.caption')))
      .to.include('a counter is read, no load')
      .and.to.include('1 030 kWh');
  });

  it('shows the load where power is measured, without a limit of its own, and says what was not measured', async () => {
    await show('press-01');
    expect(figures().map(([text]) => text)).to.deep.equal(['20.0 kW', '20.0 kW', '20.0 kW']);
    expect(words(root().querySelector('.caption'))).to.include('85 % of the time measured');
  });

  it('shows energy, mean and peak of a range that is over', async () => {
    await show('hall-1', '2026-03-15T22:00:00Z/PT1H');
    expect(figures()).to.deep.equal([
      ['600 kWh', 'energy'],
      ['600 kW', 'mean'],
      ['600 kW', 'peak, 06:00'],
    ]);
  });

  it('shows the figures of the present for a range that ends now, on a clock that runs', async () => {
    let time = now;
    await show(
      'hall-1',
      'PT1H',
      meteredTwin(() => ++time),
    );
    expect(figures()[1][1]).to.equal('expected for 07:30–07:45');
  });

  it('shows the moment of the clock', async () => {
    await show('hall-1');
    twin.clock.at(start + 50 * minute);
    await settled(element);
    expect(figures()[0]).to.deep.equal(['600 kW', 'demand 06:30–06:45']);
    expect(figures()[3]).to.deep.equal(['600 kW', 'peak, 06:00']);
  });

  it('takes a corrected reading into the windows that it belongs to', async () => {
    await show('hall-1');
    (root().querySelector('.table button') as HTMLElement).click();
    await until(() => root().querySelector('tbody tr') !== null, 'the table');
    twin.observe([{ signal: 'meter/energy', time: start + 30 * minute, value: 1305 }]);
    await settled(element);
    const demands = [...root().querySelectorAll('tbody tr')].map((line) => line.children[2].textContent);
    expect(demands).to.deep.equal(['600', '620', '580', '600', '720', '600']);
  });

  it('underlines what is old when the source has gone silent, and says of when it is', async () => {
    await show('press-01');
    twin.clock.at(now + 10 * minute);
    await settled(element);
    expect(figures()[0][1]).to.equal('at 07:40');
    expect(root().querySelector('dd')?.classList.contains('stale')).to.equal(true);
  });

  it('moves the shared cursor by keys and says what it finds', async () => {
    await show('press-01');
    await press('ArrowLeft', true);
    expect(cursorOf(twin).time).to.equal(start + 90 * minute);
    await press('ArrowLeft', true);
    expect(cursorOf(twin).time).to.equal(start + 75 * minute);
    expect(plot().getAttribute('aria-valuetext')).to.match(/07:15.*load 20.0\skW, demand 20.0\skW/);
    cursorOf(twin).move(start + 25 * minute);
    await settled(element);
    expect(plot().getAttribute('aria-valuetext')).to.match(/06:25.*load –, demand –/);
    await press('Escape');
    expect(cursorOf(twin).time).to.equal(undefined);
  });

  it('has a table behind it with the demand and energy of each window', async () => {
    await show('hall-1');
    (root().querySelector('.table button') as HTMLElement).click();
    await until(() => root().querySelector('tbody tr') !== null, 'the table');
    const lines = [...root().querySelectorAll('tbody tr')].map((line) =>
      [...line.children].map((cell) => cell.textContent),
    );
    expect(lines).to.have.length(6);
    expect(lines[4].slice(2)).to.deep.equal(['720', '180.0']);
  });

  it('names the band and the price of the moment, in the words of the cursor and in the table', async () => {
    const given = meteredTwin(undefined, tariffs);
    await show('hall-1', '', given);
    await until(() => plot().ariaValueText?.includes('peak') === true, 'the bands');
    expect(plot().ariaValueText).to.match(/^07:40\. demand expected 600\skW, peak 1.155\sCNY\/kWh$/);
    cursorOf(given).move(start + 45 * minute);
    await settled(element);
    expect(plot().ariaValueText).to.match(/^06:45\. demand 600\skW$/);
    expect(words(root().querySelector('.caption'))).to.include('Price in CNY/kWh');
    (root().querySelector('.table button') as HTMLElement).click();
    await until(() => root().querySelector('tbody tr') !== null, 'the table');
    const bands = [...root().querySelectorAll('tbody tr')].map((line) => words(line.children[4]));
    expect(bands.map((text) => text.split(' ')[0])).to.deep.equal([
      'valley',
      'valley',
      '',
      '',
      'peak',
      'peak',
    ]);
  });

  it('writes the words of bands in the language of the page', async () => {
    const tariff = new PowerTariff(meteredTwin(undefined, tariffs));
    document.documentElement.lang = 'zh-CN';
    await show('hall-1');
    await until(() => words(root().querySelector('h3')) === '功率', 'the Chinese words');
    const text = tariff.words(start + 90 * minute, languageAt(element));
    expect(text.replace(/\s/g, ' ')).to.equal('峰 1.155元/kWh');
  });

  it('draws its picture as soon as that has been loaded', async () => {
    await show('press-01', '', meteredTwin(undefined, tariffs));
    const inked = (name: string) => {
      const canvas = root().querySelector(`canvas.${name}`) as HTMLCanvasElement;
      const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(
        0,
        0,
        Math.max(1, canvas.width),
        Math.max(1, canvas.height),
      );
      return data.some((value) => value > 0);
    };
    await until(() => inked('below') && inked('above'), 'the picture');
  });

  it('counts the minutes of its slider from the start of what is shown', async () => {
    await show('hall-1');
    expect(
      ['Min', 'Max', 'Now'].map((name) => plot().getAttribute(`aria-value${name.toLowerCase()}`)),
    ).to.deep.equal(['0', '480', '100']);
  });

  it('shows the part of its range that the charts of the twin are zoomed in to; figures stay those of the range', async () => {
    await show('hall-1');
    const before = figures();
    viewOf(twin).set({ from: start + 60 * minute, to: start + 120 * minute });
    await settled(element);
    expect(plot().getAttribute('aria-valuemax')).to.equal('60');
    expect(figures()).to.deep.equal(before);
  });

  it('shows the selected machine, and nothing of what is locked', async () => {
    await show('selected');
    expect(words(root().querySelector('p'))).to.equal('Choose a machine.');
    twin.selection.select('press-01');
    await settled(element);
    expect(figures()[0][0]).to.equal('20.0 kW');
    element.locked = true;
    await settled(element);
    expect(words(root().querySelector('p'))).to.equal('No permission');
  });

  it('speaks Chinese', async () => {
    document.documentElement.lang = 'zh-CN';
    await show('hall-1');
    await until(() => words(root().querySelector('h3')) === '功率', 'the Chinese words');
    expect(figures()[3][1]).to.include('峰值');
  });

  it('says when nothing measures and when there is no such equipment', async () => {
    await show('pump-01');
    expect(words(root().querySelector('p'))).to.equal('Nothing here measures power or energy.');
    element.equipment = 'nothing';
    await settled(element);
    expect(words(root().querySelector('p'))).to.include('nothing');
  });

  it('begins when the first value arrives', async () => {
    await show('pump-01');
    twin.observe([{ signal: 'pump-01/power', time: now - minute, value: 3 }]);
    await settled(element);
    expect(figures()[0][0]).to.equal('3.0 kW');
  });
});
