import { NumberSeries } from '@twinfloor/core';
import { expect } from 'chai';
import { LinePainter } from './line.js';
import { counted, random, whiteCanvas } from './testing/chart-samples.js';
import { TimeAxis } from './time-axis.js';
import { valueAxis } from './value-axis.js';

const values = valueAxis(0, 100, 100);

function trace(
  series: NumberSeries,
  width: number,
  to: number,
): { points: number; calls: Map<string, number> } {
  const { context, calls } = counted(whiteCanvas(width, 100));
  const painter = new LinePainter();
  painter.trace(context, series, new TimeAxis({ from: 0, to }, width), values, to);
  return { points: painter.counts.points, calls };
}

describe('LinePainter', () => {
  it('asks for no more than four points a column, whatever the length of the series (seed 3)', () => {
    const next = random(3);
    const series = new NumberSeries();
    for (let time = 0; time < 100_000; time++) series.append(time, next() * 100, 0);
    const { points, calls } = trace(series, 500, 100_000);
    expect(points).to.be.at.most(4 * 500);
    expect((calls.get('lineTo') ?? 0) + (calls.get('moveTo') ?? 0)).to.equal(points);
  });

  it('draws a level line with two points', () => {
    const series = new NumberSeries();
    for (let time = 0; time < 1000; time += 10) series.append(time, 50, 0);
    expect(trace(series, 200, 1000).points).to.equal(2);
  });

  it('breaks at a gap and never bridges it', () => {
    const series = new NumberSeries();
    series.append(0, 50, 0);
    series.append(400, 0, 2);
    series.append(600, 50, 0);
    const { calls } = trace(series, 100, 1000);
    expect(calls.get('moveTo')).to.equal(2);
    const context = whiteCanvas(100, 100);
    context.beginPath();
    new LinePainter().trace(context, series, new TimeAxis({ from: 0, to: 1000 }, 100), values, 1000);
    context.lineWidth = 3;
    context.stroke();
    expect(context.getImageData(50, 50, 1, 1).data[0]).to.equal(255);
    expect(context.getImageData(20, 50, 1, 1).data[0]).to.equal(0);
    expect(context.getImageData(80, 50, 1, 1).data[0]).to.equal(0);
  });

  it('draws nothing before the first value and after the moment', () => {
    const series = new NumberSeries();
    series.append(500, 50, 0);
    const context = whiteCanvas(100, 100);
    context.beginPath();
    new LinePainter().trace(context, series, new TimeAxis({ from: 0, to: 1000 }, 100), values, 800);
    context.lineWidth = 3;
    context.stroke();
    expect(context.getImageData(20, 50, 1, 1).data[0]).to.equal(255);
    expect(context.getImageData(70, 50, 1, 1).data[0]).to.equal(0);
    expect(context.getImageData(90, 50, 1, 1).data[0]).to.equal(255);
  });
});
