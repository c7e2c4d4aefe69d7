import { equipmentStates, stateCode, StateSeries } from '@twinfloor/core';
import { expect } from 'chai';
import { StateBands } from './state-bands.js';
import { StatePixels } from './state-pixels.js';
import {
  counted,
  pixelAt,
  plainPalette,
  random,
  randomStates,
  statesOf,
  whiteCanvas,
} from './testing/chart-samples.js';
import { TimeAxis } from './time-axis.js';

const { running, idle, fault, starved, blocked, plannedStop } = stateCode;
const white = [255, 255, 255];
const colour = (code: number) => [code * 20, 10, 200];

function paint(
  series: StateSeries,
  height: number,
  width = 100,
  to = 100,
  until = to,
): CanvasRenderingContext2D {
  const context = whiteCanvas(width, height + 20);
  const axis = new TimeAxis({ from: 0, to }, width);
  const view = { axis, height, until, palette: plainPalette, ratio: 1 };
  new StateBands().paint(context, [{ series, top: 10 }], view);
  return context;
}

describe('StateBands', () => {
  it('draws running as a thin band, 0.44 of the height', () => {
    const context = paint(statesOf([0, running]), 16);
    expect(pixelAt(context, 50, 18)).to.deep.equal(colour(running));
    expect(pixelAt(context, 50, 12)).to.deep.equal(white);
    expect(pixelAt(context, 50, 24)).to.deep.equal(white);
  });

  it('draws a fault higher than the row', () => {
    const context = paint(statesOf([0, running], [40, fault]), 16);
    expect(pixelAt(context, 95, 9)).to.deep.equal(colour(fault));
    expect(pixelAt(context, 95, 26)).to.deep.equal(colour(fault));
    expect(pixelAt(context, 95, 29)).to.deep.equal(white);
  });

  it('marks a wide fault with a cross, a narrow one not', () => {
    const wide = paint(statesOf([0, fault]), 16);
    expect(pixelAt(wide, 10, 18)).to.not.deep.equal(colour(fault));
    const narrow = paint(statesOf([0, fault], [20, running]), 16);
    expect(pixelAt(narrow, 10, 18)).to.deep.equal(colour(fault));
  });

  it('draws idle hollow, starved as two rails, blocked with a slit, a planned stop as a line', () => {
    const hollow = paint(statesOf([0, idle]), 16);
    expect(pixelAt(hollow, 50, 18)).to.deep.equal(white);
    expect(pixelAt(hollow, 50, 15)).to.not.deep.equal(white);
    const rails = paint(statesOf([0, starved]), 16);
    expect(pixelAt(rails, 50, 10)).to.deep.equal(colour(starved));
    expect(pixelAt(rails, 50, 25)).to.deep.equal(colour(starved));
    expect(pixelAt(rails, 50, 18)).to.deep.equal(white);
    const slit = paint(statesOf([0, blocked]), 16);
    expect(pixelAt(slit, 50, 12)).to.deep.equal(colour(blocked));
    expect(pixelAt(slit, 50, 18)).to.not.deep.equal(colour(blocked));
    expect(pixelAt(slit, 0, 18)).to.deep.equal(colour(blocked));
    const line = paint(statesOf([0, plannedStop]), 16);
    expect(pixelAt(line, 50, 14)).to.deep.equal(white);
    expect(pixelAt(line, 50, 18)[0]).to.be.closeTo(colour(plannedStop)[0], 8);
  });

  it('draws all ten states differently at one height', () => {
    const pictures = equipmentStates.map((_, code) => {
      const context = paint(statesOf([0, code]), 16);
      const { data } = context.getImageData(0, 0, 100, 36);
      // Without the hue: the forms alone must tell the states apart.
      return Array.from({ length: data.length / 4 }, (_, pixel) => (data[pixel * 4 + 1] < 200 ? 1 : 0)).join(
        '',
      );
    });
    const forms = new Set(pictures);
    expect(forms.size).to.equal(equipmentStates.length);
  });

  it('draws narrow intervals in the solid colour', () => {
    const context = paint(statesOf([0, running], [40, starved], [44, running]), 16);
    expect(pixelAt(context, 41, 18)).to.deep.equal(colour(starved));
  });

  it('draws nothing after the moment of the clock', () => {
    const context = paint(statesOf([0, running], [80, fault]), 16, 100, 100, 50);
    expect(pixelAt(context, 60, 18)).to.deep.equal(white);
    expect(pixelAt(context, 90, 18)).to.deep.equal(white);
  });

  for (const seed of [1, 2, 3]) {
    it(`asks for no more rectangles than there are visible runs and their shares (seed ${seed})`, () => {
      const next = random(seed);
      const series = Array.from({ length: 20 }, () => randomStates(next, 500_000));
      const { context, calls } = counted(whiteCanvas(900, 800));
      const bands = new StateBands(new StatePixels());
      const axis = new TimeAxis({ from: 0, to: 500_000 }, 900);
      const rows = series.map((one, index) => ({ series: one, top: index * 36 + 10 }));
      let runs = 0;
      bands.paint(
        context,
        rows,
        { axis, height: 16, until: 500_000, palette: plainPalette, ratio: 1 },
        (_, row) => {
          // A column has a rectangle for each state in it; a blocked or unknown bar has two.
          runs +=
            row.count +
            row.states
              .subarray(0, row.count)
              .filter((state) => state === blocked || state === stateCode.unknown).length;
          runs += row.shares
            .subarray(0, row.columns * equipmentStates.length)
            .filter((share) => share > 0).length;
          // However many observations there are, a row has no more than its pixels.
          expect(row.columns).to.be.at.most(900 / 4 + 1);
        },
      );
      expect((calls.get('fillRect') ?? 0) + (calls.get('strokeRect') ?? 0)).to.equal(bands.counts.rects);
      expect(bands.counts.rects).to.be.at.most(runs);
    });

    it(`hides no fault at any zoom and any height (seed ${seed})`, () => {
      const next = random(seed + 10);
      for (const height of [1, 2, 6, 10, 16]) {
        const to = 10 ** (3 + next() * 6);
        const faultTime = to * (0.1 + 0.8 * next());
        const series = statesOf([0, running]);
        for (let time = 1 + next() * 9; time < to && series.length < 3000; time += 1 + next() * to * 0.004) {
          series.append(time, next() < 0.5 ? running : idle, '', 0);
        }
        series.append(faultTime, fault, '', 0);
        series.append(faultTime + 0.5, running, '', 0);
        const context = paint(series, height, 400, to);
        const { data } = context.getImageData(0, 0, 400, height + 20);
        let found = 0;
        for (let index = 0; index < data.length; index += 4) {
          // Redder than anything that running and idle can be mixed to.
          if (data[index] > 60 && data[index] < 200 && data[index + 1] < 200) found++;
        }
        expect(found, `height ${height}, interval ${to}`).to.be.above(0);
      }
    });
  }

  it('writes rows under 4 px as one image, the loudest state in a pixel', () => {
    const series = statesOf([0, running], [500.1, idle], [500.2, fault], [500.3, running], [900, idle]);
    const { context, calls } = counted(whiteCanvas(100, 22));
    const axis = new TimeAxis({ from: 0, to: 1000 }, 100);
    new StateBands(new StatePixels()).paint(context, [{ series, top: 10 }], {
      axis,
      height: 2,
      until: 950,
      palette: plainPalette,
      ratio: 1,
    });
    expect(calls.get('putImageData')).to.equal(1);
    expect(calls.get('fillRect')).to.equal(undefined);
    expect(pixelAt(context, 50, 10)).to.deep.equal(colour(fault));
    expect(pixelAt(context, 49, 10)).to.deep.equal(colour(running));
    expect(pixelAt(context, 51, 11)).to.deep.equal(colour(running));
    expect(pixelAt(context, 92, 11)).to.deep.equal(colour(idle));
    expect(pixelAt(context, 97, 11)).to.deep.equal(white);
  });

  it('does not touch the canvas without rows', () => {
    const { context, calls } = counted(whiteCanvas(10, 10));
    const axis = new TimeAxis({ from: 0, to: 10 }, 10);
    new StateBands().paint(context, [], { axis, height: 16, until: 10, palette: plainPalette, ratio: 1 });
    expect(calls.size).to.equal(0);
  });
});

describe('A fault', () => {
  it('is seen at every zoom, however short it is and whatever stands around it (seed 11)', () => {
    const next = random(11);
    const hour = 3_600_000;
    const range = { from: 0, to: 24 * hour };
    for (let round = 0; round < 60; round++) {
      const faultAt = Math.floor(next() * range.to);
      const series = new StateSeries();
      for (let time = 0; time < range.to; time += 1 + next() ** 3 * 20 * 60_000) {
        if (time > faultAt && series.length > 0 && series.timeAt(series.length - 1) < faultAt) {
          series.append(faultAt, fault, '', 0);
          series.append(faultAt + 1 + next() * 4000, running, '', 0);
        }
        series.append(time, next() < 0.5 ? running : idle, '', 0);
      }
      for (let length = range.to; length > 60_000; length /= 3) {
        const from = Math.min(Math.max(0, faultAt - next() * length), range.to - length);
        const axis = new TimeAxis({ from, to: from + length }, 400);
        for (const height of [1, 6, 10, 16]) {
          const context = whiteCanvas(400, 30);
          const view = { axis, height, until: range.to, palette: plainPalette, ratio: 1 };
          new StateBands(new StatePixels()).paint(context, [{ series, top: 7 }], view);
          const x = Math.floor(axis.x(faultAt));
          const around = Array.from({ length: 11 }, (_, offset) =>
            Math.min(Math.max(0, x - 5 + offset), 399),
          );
          const isSeen = around.some((column) =>
            Array.from({ length: 30 }, (_, y) => pixelAt(context, column, y)).some(
              ([red, green]) => red > 55 && red < 240 && green < 235,
            ),
          );
          expect(isSeen, `round ${round}, length ${length}, height ${height}`).to.equal(true);
        }
      }
    }
  }).timeout(20_000);
});
