import { expect } from 'chai';
import { barAt, paintBars } from './bars.js';
import { Ink } from './ink.js';
import { counted, pixelAt, whiteCanvas } from './testing/chart-samples.js';
import { TimeAxis } from './time-axis.js';
import { valueAxis } from './value-axis.js';

const colours = {
  ink: 'rgb(0, 0, 0)',
  plan: 'rgb(255, 0, 0)',
  text: 'rgb(0, 0, 255)',
  halo: 'rgb(255, 255, 255)',
};
const axis = new TimeAxis({ from: 0, to: 90 }, 90);
const values = valueAxis(0, 100, 100);

function painted(bars: Parameters<typeof paintBars>[1], on = axis) {
  const { context, calls } = counted(whiteCanvas(90, 100));
  paintBars(new Ink(context, 'sans-serif').face(11), bars, on, values, colours);
  return { context, calls };
}

describe('paintBars()', () => {
  it('draws a column as high as its value, one under way half as dark, and nothing for what is not known', () => {
    const { context } = painted([
      { from: 0, to: 30, value: 50 },
      { from: 30, to: 60, value: undefined },
      { from: 60, to: 90, value: 80, isOpen: true },
    ]);
    expect(pixelAt(context, 15, 60)).to.deep.equal([0, 0, 0]);
    expect(pixelAt(context, 15, 40)).to.deep.equal([255, 255, 255]);
    expect(pixelAt(context, 45, 95)).to.deep.equal([255, 255, 255]);
    expect(pixelAt(context, 75, 60)[0]).to.be.within(126, 129);
    expect(pixelAt(context, 75, 10)).to.deep.equal([255, 255, 255]);
  });

  it('leaves two px between wide columns and none between narrow ones', () => {
    const { context } = painted([
      { from: 0, to: 30, value: 50 },
      { from: 30, to: 60, value: 50 },
      { from: 60, to: 64, value: 50 },
      { from: 64, to: 68, value: 50 },
    ]);
    expect(pixelAt(context, 29, 90)).to.deep.equal([255, 255, 255]);
    expect(pixelAt(context, 30, 90)).to.deep.equal([255, 255, 255]);
    expect(pixelAt(context, 31, 90)).to.deep.equal([0, 0, 0]);
    expect(pixelAt(context, 63, 90)).to.deep.equal([0, 0, 0]);
    expect(pixelAt(context, 64, 90)).to.deep.equal([0, 0, 0]);
  });

  it('draws the plan across its own column, on the column and above it', () => {
    const { context } = painted([
      { from: 0, to: 30, value: 80, plan: 40 },
      { from: 60, to: 90, value: undefined, plan: 70 },
    ]);
    const redIn = (row: number, left: number) =>
      Array.from({ length: 30 }, (_, x) => pixelAt(context, left + x, row)).some(
        ([red, green]) => red > 150 && green < 120,
      );
    expect(redIn(60, 0)).to.equal(true);
    expect(redIn(30, 60)).to.equal(true);
    expect(redIn(60, 30)).to.equal(false);
  });

  it('writes words that do not touch each other, those of the highest columns first', () => {
    const bars = Array.from({ length: 9 }, (_, index) => ({
      from: index * 10,
      to: index * 10 + 10,
      value: 10 + index,
      text: '1 000',
    }));
    const narrow = painted(bars).calls.get('fillText') ?? 0;
    expect(narrow).to.be.within(1, 4);
    const short = bars.filter((_, index) => index % 2 === 0).map((bar) => ({ ...bar, text: '1' }));
    expect(painted(short).calls.get('fillText')).to.equal(5);
  });
});

describe('barAt()', () => {
  it('is the column that holds a time, its end not included', () => {
    const bars = [
      { from: 0, to: 30, value: 1 },
      { from: 60, to: 90, value: 2 },
    ];
    expect(barAt(bars, 0)?.value).to.equal(1);
    expect(barAt(bars, 30)).to.equal(undefined);
    expect(barAt(bars, 89)?.value).to.equal(2);
  });
});
