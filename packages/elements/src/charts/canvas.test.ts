import { expect } from 'chai';
import { announceAppearance } from '../internal/appearance.js';
import { ChartCanvas } from './canvas.js';
import { nextFrame } from './frame.js';

const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

async function painted(chart: ChartCanvas): Promise<void> {
  for (let tries = 0; chart.paints === 0 && tries < 100; tries++) await frame();
}

describe('ChartCanvas', () => {
  let canvas: HTMLCanvasElement;
  let chart: ChartCanvas;
  let sizes: number[][];

  beforeEach(() => {
    canvas = document.createElement('canvas');
    canvas.style.setProperty('width', '120px');
    canvas.style.setProperty('height', '40px');
    document.body.append(canvas);
    sizes = [];
    chart = new ChartCanvas(canvas, (_, width, height, ratio) => sizes.push([width, height, ratio]));
  });

  afterEach(() => {
    chart.dispose();
    canvas.remove();
  });

  it('has the pixels of the screen and paints when its size is known', async () => {
    await painted(chart);
    expect(canvas.width).to.equal(Math.round(120 * devicePixelRatio));
    expect(sizes[0]).to.deep.equal([120, 40, devicePixelRatio]);
  });

  it('paints once a frame however often it is asked, and not at all when it is not', async () => {
    await painted(chart);
    await frame();
    await frame();
    const before = chart.paints;
    for (let count = 0; count < 10; count++) chart.request();
    await frame();
    await frame();
    expect(chart.paints).to.equal(before + 1);
    await frame();
    expect(chart.paints).to.equal(before + 1);
  });

  it('paints anew when colours may have changed', async () => {
    await painted(chart);
    await frame();
    const before = chart.paints;
    announceAppearance();
    await frame();
    expect(chart.paints).to.equal(before + 1);
  });

  it('paints before the page is printed what nobody has seen yet', async () => {
    const far = document.createElement('div');
    far.style.setProperty('height', '9000px');
    canvas.before(far);
    chart.dispose();
    chart = new ChartCanvas(canvas, () => undefined);
    for (let count = 0; count < 6; count++) await frame();
    expect(chart.paints).to.equal(0);
    dispatchEvent(new Event('beforeprint'));
    expect(chart.paints).to.equal(1);
    dispatchEvent(new Event('afterprint'));
    far.remove();
  });

  it('does not paint once it is disposed', async () => {
    await painted(chart);
    await frame();
    const before = chart.paints;
    chart.request();
    chart.dispose();
    await frame();
    expect(chart.paints).to.equal(before);
  });
});

describe('nextFrame()', () => {
  it('runs a task once a frame and goes on after one that fails', async () => {
    const failures: unknown[] = [];
    const listener = (event: ErrorEvent) => {
      failures.push(event.error);
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    addEventListener('error', listener, { capture: true });
    const before = window.onerror;
    window.onerror = null;
    let count = 0;
    const task = () => count++;
    nextFrame(() => {
      throw new Error('a chart failed');
    });
    nextFrame(task);
    nextFrame(task);
    await frame();
    removeEventListener('error', listener, { capture: true });
    window.onerror = before;
    expect(count).to.equal(1);
    expect(failures).to.have.length(1);
  });
});
