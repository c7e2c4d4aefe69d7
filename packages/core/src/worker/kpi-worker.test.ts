import { expect } from 'chai';
import { stateTimes } from '../kpi/index.js';
import { stateCode } from '../model/equipment-state.js';
import { StateSeries } from '../series/state-series.js';
import { FigureClient } from './index.js';

const url = new URL('./kpi-worker.js', import.meta.url);

function states(): StateSeries {
  const series = new StateSeries();
  series.append(0, stateCode.running, 'ACTIVE', 0);
  series.append(1000, stateCode.fault, 'ALARM', 0);
  return series;
}

const shift = {
  unknownTime: 0,
  productionTime: 0,
  idealTime: 0,
  idealGoodTime: 0,
  producedCount: 0,
  goodCount: 0,
};

describe('the worker of figures in a page', () => {
  it('answers what the function answers in the page', async () => {
    const worker = new Worker(url, { type: 'module' });
    const intervals = [{ from: 500, to: 3000 }];
    const times = await new FigureClient(worker).call('stateTimes', [states(), intervals]);
    worker.terminate();
    expect(times).to.deep.equal(stateTimes(states(), intervals));
    expect(times[stateCode.fault]).to.equal(2000);
  });

  it('carries a refusal back', async () => {
    const worker = new Worker(url, { type: 'module' });
    let refusal: unknown;
    try {
      await new FigureClient(worker).call('oee', [{ ...shift, plannedTime: -1 }]);
    } catch (error) {
      refusal = error;
    }
    worker.terminate();
    expect(refusal).to.be.instanceOf(RangeError);
    expect((refusal as Error).message).to.equal('invalid plannedTime: -1, allowed: 0 or more');
  });

  it('works under a policy that allows workers of the own origin only, and none from a blob', async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const policy = frame.contentDocument!.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = "default-src 'none'; worker-src 'self'";
    frame.contentDocument!.head.append(policy);
    const strict = (frame.contentWindow as unknown as typeof globalThis).Worker;
    const worker = new strict(url, { type: 'module' });
    const times = await new FigureClient(worker).call('stateTimes', [states(), [{ from: 0, to: 10 }]]);
    expect(times[stateCode.running]).to.equal(10);
    worker.terminate();

    const blob = URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' }));
    const refused = await new Promise((resolve) => {
      try {
        const other = new strict(blob);
        other.addEventListener('error', () => resolve(true));
        other.addEventListener('message', () => resolve(false));
      } catch {
        resolve(true);
      }
    });
    expect(refused).to.equal(true);
    frame.remove();
  });

  it('says that its module could not be loaded', async () => {
    const client = new FigureClient(new Worker(new URL('./nowhere.js', import.meta.url), { type: 'module' }));
    let failure: unknown;
    try {
      await client.call('specificEnergy', [1, 1]);
    } catch (error) {
      failure = error;
    }
    expect((failure as Error).message).to.match(/^the worker failed: /);
  });
});
