import { expect } from 'chai';
import { paintSteps } from './steps.js';
import { counted, pixelAt, random, whiteCanvas } from './testing/chart-samples.js';
import { TimeAxis } from './time-axis.js';
import { valueAxis } from './value-axis.js';

describe('paintSteps()', () => {
  it('draws steps, those over the limit in its colour, and leaves gaps', () => {
    const context = whiteCanvas(90, 100);
    const steps = [
      { from: 0, to: 30, value: 50 },
      { from: 30, to: 60, value: undefined },
      { from: 60, to: 90, value: 80 },
    ];
    const colours = { ink: 'rgb(0, 0, 0)', limit: 'rgb(255, 0, 0)' };
    paintSteps(context, steps, new TimeAxis({ from: 0, to: 90 }, 90), valueAxis(0, 100, 100), 70, colours);
    expect(pixelAt(context, 15, 90)).to.deep.equal([229, 229, 229]);
    expect(pixelAt(context, 15, 50)[0]).to.be.below(40);
    expect(pixelAt(context, 15, 40)).to.deep.equal([255, 255, 255]);
    expect(pixelAt(context, 45, 90)).to.deep.equal([255, 255, 255]);
    expect(pixelAt(context, 75, 90)[0]).to.equal(255);
    expect(pixelAt(context, 75, 90)[1]).to.be.within(170, 185);
    expect(pixelAt(context, 75, 20)[1]).to.be.below(60);
  });

  it('takes windows together that are narrower than a pixel and keeps the highest (seed 4)', () => {
    const next = random(4);
    const steps = Array.from({ length: 20_000 }, (_, index) => ({
      from: index,
      to: index + 1,
      value: next() * 50,
    }));
    steps[12_345].value = 95;
    const { context, calls } = counted(whiteCanvas(100, 100));
    const colours = { ink: 'rgb(0, 0, 0)', limit: 'rgb(255, 0, 0)' };
    paintSteps(
      context,
      steps,
      new TimeAxis({ from: 0, to: 20_000 }, 100),
      valueAxis(0, 100, 100),
      70,
      colours,
    );
    expect(calls.get('fillRect')).to.be.within(90, 101);
    expect(pixelAt(context, 61, 5)[1]).to.be.below(250);
    expect(pixelAt(context, 50, 5)).to.deep.equal([255, 255, 255]);
  });
});
