import { expect } from 'chai';
import { TimeAxis } from './time-axis.js';
import { labelDistance, placeLabels, roundTimes, timeTicks } from './time-ticks.js';
import { zoneOf } from './zone.js';

const hour = 3_600_000;
const berlin = zoneOf('Europe/Berlin');
const shanghai = zoneOf('Asia/Shanghai');
const clocks = (times: number[]) => times.map((time) => berlin.clock(time));

describe('time ticks', () => {
  it('stand on round hours of the wall on the day of 23 hours, without the one that is skipped', () => {
    const from = Date.parse('2026-03-29T00:00+01:00');
    const times = roundTimes(from, from + 23 * hour, hour, berlin);
    expect(clocks(times).slice(0, 5)).to.deep.equal(['00:00', '01:00', '03:00', '04:00', '05:00']);
    expect(times).to.have.length(24);
  });

  it('stand on round hours of the wall on the day of 25 hours, with the one that is repeated', () => {
    const from = Date.parse('2026-10-25T00:00+02:00');
    const times = roundTimes(from, from + 25 * hour, hour, berlin);
    expect(clocks(times).slice(0, 5)).to.deep.equal(['00:00', '01:00', '02:00', '02:00', '03:00']);
    expect(times).to.have.length(26);
  });

  it('stay on even hours of the wall after a clock change', () => {
    const from = Date.parse('2026-10-25T00:00+02:00');
    const evening = clocks(roundTimes(from + 6 * hour, from + 25 * hour, 2 * hour, berlin));
    expect(evening[0]).to.equal('06:00');
    expect(new Set(evening.map((text) => Number(text.slice(0, 2)) % 2))).to.deep.equal(new Set([0]));
  });

  it('are right in zones that are off by half an hour and more', () => {
    const kathmandu = zoneOf('Asia/Kathmandu');
    const from = Date.parse('2026-05-01T00:00+05:45');
    const times = roundTimes(from, from + 3 * hour, hour, kathmandu);
    expect(times.map((time) => kathmandu.clock(time))).to.deep.equal(['00:00', '01:00', '02:00', '03:00']);
  });

  it('begin weeks on Monday and days at local midnight', () => {
    const from = Date.parse('2026-03-01T12:00+01:00');
    const mondays = roundTimes(from, from + 60 * 24 * hour, 7 * 24 * hour, berlin);
    expect(mondays.map((time) => new Date(berlin.local(time)).getUTCDay())).to.deep.equal(
      mondays.map(() => 1),
    );
    expect(mondays).to.have.length(9);
    expect(new Set(clocks(mondays))).to.deep.equal(new Set(['00:00']));
  });

  it('are labelled at hours and small at quarters over a shift', () => {
    const from = Date.parse('2026-01-20T06:00+08:00');
    const axis = new TimeAxis({ from, to: from + 8 * hour }, 934);
    const ticks = timeTicks(axis, shanghai, () => '');
    expect(ticks).to.have.length(33);
    expect(ticks.filter(({ label }) => label !== undefined)).to.have.length(9);
  });
});

describe('labels of a time axis', () => {
  const from = Date.parse('2026-01-20T06:00+08:00');
  const shift = { from, to: from + 8 * hour };
  const texts = (axis: TimeAxis, marks: number[]) =>
    placeLabels(
      axis,
      timeTicks(axis, shanghai, () => ''),
      shanghai,
      marks,
    ).map(({ text }) => text);

  it('leave out those within 42 px of the cursor or the now mark', () => {
    const axis = new TimeAxis(shift, 934);
    const near = axis.x(from + 3 * hour) + labelDistance - 1;
    expect(texts(axis, [near])).to.not.include('09:00');
    expect(texts(axis, [near + 2])).to.include('09:00');
  });

  it('always give the times on both sides of a fold and drop what is near', () => {
    const axis = new TimeAxis(shift, 934, [{ from: from + 4 * hour, to: from + 4.5 * hour }]);
    const labels = texts(axis, []);
    expect(labels).to.include.members(['10:00', '10:30', '11:00']);
    expect(labels.filter((text) => text === '10:00')).to.have.length(1);
  });

  it('begin at the left edge and end at the right one', () => {
    const axis = new TimeAxis(shift, 934);
    const labels = placeLabels(
      axis,
      timeTicks(axis, shanghai, () => ''),
      shanghai,
      [],
    );
    expect(labels[0].align).to.equal('start');
    expect(labels[labels.length - 1].align).to.equal('end');
    expect(labels[1].align).to.equal('center');
  });

  it('keep apart at any width', () => {
    for (let width = 160; width < 1400; width += 37) {
      const axis = new TimeAxis(shift, width, [{ from: from + 3 * hour, to: from + 4 * hour }]);
      const labels = placeLabels(
        axis,
        timeTicks(axis, shanghai, () => ''),
        shanghai,
        [],
      );
      const starts = labels.map(({ x, align }) =>
        align === 'start' ? x : align === 'end' ? x - 30 : x - 15,
      );
      for (let index = 1; index < starts.length; index++)
        expect(starts[index] - starts[index - 1]).to.be.above(31);
    }
  });
});
