import { Clock, type Interval, Twin } from '@twinfloor/core';
import { expect } from 'chai';
import { sampleWorkshop } from '../testing/sample-twin.js';
import { PowerData, type RangeEnergy } from './power-data.js';
import { PowerRange } from './power-range.js';

const from = Date.UTC(2026, 2, 16, 5);
const hour = 3_600_000;
const interval = { from, to: from + 8 * hour };

/** Counts how often its energy is asked for. */
class CountedData extends PowerData {
  asked = 0;

  override energy(over: Interval, now: number): RangeEnergy {
    this.asked++;
    return super.energy(over, now);
  }
}

describe('PowerRange', () => {
  function measured(): { twin: Twin; data: CountedData } {
    const twin = new Twin(sampleWorkshop());
    twin.clock.at(from + 2 * hour);
    twin.observe([{ signal: 'pump-01/power', time: from, value: 3 }]);
    twin.confirm();
    return { twin, data: new CountedData(twin, 'pump-01') };
  }

  it('calculates nothing anew while data, interval and look are the same', () => {
    const { data } = measured();
    const range = new PowerRange();
    for (let time = 0; time < 5; time++) range.read(data, interval, from + hour, 800, '');
    expect(data.asked).to.equal(1);
    expect(range.energy.amount).to.equal(3);
    expect(range.peak).to.deep.equal({ from, to: from + hour / 4, value: 3 });
  });

  it('calculates anew when a value arrives, the time has gone on by a pixel, or another interval is shown', () => {
    const { twin, data } = measured();
    const range = new PowerRange();
    range.read(data, interval, from + hour, 800, '');
    twin.observe([{ signal: 'pump-01/power', time: from + hour / 2, value: 5 }]);
    range.read(data, interval, from + hour, 800, '');
    expect(range.energy.amount).to.equal(4);
    range.read(data, interval, from + 2 * hour, 800, '');
    expect(range.energy.amount).to.equal(9);
    range.read(data, { from: from - hour, to: from }, from + 2 * hour, 800, '');
    expect(range.energy.amount).to.equal(undefined);
    expect(data.asked).to.equal(4);
  });

  it('counts and draws nothing of the time since the source fell silent', () => {
    let now = from + hour;
    const twin = new Twin(sampleWorkshop(), { clock: new Clock(() => now) });
    twin.observe([{ signal: 'pump-01/power', time: from, value: 3 }]);
    twin.confirm();
    now = from + 3 * hour;
    const data = new PowerData(twin, 'pump-01');
    const range = new PowerRange();
    range.read(data, interval, from + 3 * hour, 800, '');
    expect(data.knownUntil).to.equal(from + hour);
    expect(range.energy.amount).to.equal(3);
    expect(range.energy.coverage).to.be.closeTo(1 / 3, 1e-9);
    expect(range.steps.filter(({ value }) => value !== undefined).length).to.equal(4);
  });
});
