import { expect } from 'chai';
import { en } from '../locales/en.js';
import { zhCN } from '../locales/zh-CN.js';
import { Formats } from './format.js';
import { roundedToSum } from './largest-remainder.js';

const english = new Formats('en', en);
const chinese = new Formats('zh-CN', zhCN);

describe('Formats', () => {
  it('groups long numbers by a narrow space in every language', () => {
    expect(english.number(1284)).to.equal('1\u202f284');
    expect(chinese.number(1284)).to.equal('1\u202f284');
    expect(new Formats('de', en).number(12345.6, 1)).to.equal('12\u202f345,6');
  });

  it('writes a true minus', () => {
    expect(english.number(-3.3, 1)).to.equal('\u22123.3');
  });

  it('signs a gain too, but not a zero', () => {
    expect([3.3, -3.3, 0].map((value) => english.signed(value, 1))).to.deep.equal([
      '+3.3',
      '\u22123.3',
      '0.0',
    ]);
  });

  it('sets a narrow space before a unit, but none before a Chinese one', () => {
    expect(english.quantity(162, 'pcs')).to.equal('162\u202fpcs');
    expect(chinese.quantity(162, 'pcs')).to.equal('162件');
    expect(chinese.quantity(41.2, 'kW', 1)).to.equal('41.2\u202fkW');
    expect(english.percent(0.784)).to.equal('78.4\u202f%');
  });

  it('gives power one digit below 100 kW and none above', () => {
    expect([8, 99.9, 99.96, 573.4].map((power) => english.power(power))).to.deep.equal([
      '8.0',
      '99.9',
      '100',
      '573',
    ]);
  });

  it('says durations in at most two units, cut off and not rounded', () => {
    const minutes = (count: number) => english.duration(count * 60_000);
    expect(english.duration(38_900)).to.equal('38\u202fs');
    expect(minutes(44.99)).to.equal('44\u202fmin');
    expect(minutes(72)).to.equal('1\u202fh\u202f12');
    expect(minutes(342)).to.equal('5\u202fh\u202f42');
    expect(minutes(63)).to.equal('1\u202fh\u202f03');
    expect(minutes(4566)).to.equal('3\u202fd\u202f4\u202fh');
    expect(chinese.duration(72 * 60_000)).to.equal('1时12分');
    expect(chinese.duration(38_000)).to.equal('38秒');
  });

  it('tells the time of day at the workshop, not at the reader', () => {
    const time = Date.UTC(2026, 2, 16, 3, 42, 5);
    expect(english.time(time, 'Asia/Shanghai')).to.equal('11:42');
    expect(english.timeWithSeconds(time, 'UTC')).to.equal('03:42:05');
    expect(english.time(Date.UTC(2026, 2, 16), 'UTC')).to.equal('00:00');
  });

  it('goes on in English where a lang attribute makes no sense', () => {
    expect(new Formats('not a language', en).number(1.5, 1)).to.equal('1.5');
  });
});

describe('roundedToSum()', () => {
  it('rounds so that the parts add up to the rounded sum', () => {
    expect(roundedToSum([33.4, 33.4, 33.2])).to.deep.equal([34, 33, 33]);
    expect(roundedToSum([0.4, 0.4, 0.4, 0.4, 0.4])).to.deep.equal([1, 1, 0, 0, 0]);
  });

  it('keeps the sum with a negative part', () => {
    const rounded = roundedToSum([10.6, -2.3, 5.2]);
    expect(rounded.reduce((sum, part) => sum + part, 0)).to.equal(14);
  });
});
