// Losses, energy by state and demand of a day: calculated for the first time, after a late observation, unchanged.
import { equipmentDemand, equipmentEnergyByState, equipmentLosses } from '@twinfloor/core/figures';
import { demand, energyByState, losses, machineLosses, sumOfLossInputs } from '@twinfloor/core/kpi';
import { median } from '../../harness/stats.mjs';
import { cycles, demandWindow, interval, minorStopLimit, observedTwin, products, reasons } from './data.mjs';
import { limit } from './limit.mjs';

const runningCode = 0;
const faultCode = 5;

/** Asks for the three figures and keeps how long each took. */
function asking(ask, { before, ...more } = {}) {
  const parts = { lossesMs: [], energyMs: [], demandMs: [] };
  let calls = 0;
  return {
    warm: 20,
    calls: 15,
    ...more,
    run() {
      before?.(calls);
      const begin = performance.now();
      const loss = ask.losses(calls);
      const second = performance.now();
      const energies = ask.energies(calls);
      const third = performance.now();
      const peak = ask.demand(calls);
      const end = performance.now();
      parts.lossesMs.push(second - begin);
      parts.energyMs.push(third - second);
      parts.demandMs.push(end - third);
      calls++;
      const { equipmentFailure, setupAndAdjustment, idlingAndMinorStops, netRunTime, fullyProductiveTime } =
        loss;
      if (more.withoutAnswer) return undefined;
      return {
        equipmentFailure,
        setupAndAdjustment,
        idlingAndMinorStops,
        netRunTime,
        fullyProductiveTime,
        runningEnergy: energies[runningCode],
        faultEnergy: energies[faultCode],
        demand: peak,
      };
    },
    figures: () => Object.fromEntries(Object.entries(parts).map(([name, times]) => [name, median(times)])),
  };
}

function throughTwin(twin, intervalOf = () => interval) {
  return {
    losses: (call) => equipmentLosses(twin, 'line', intervalOf(call)).times,
    energies: (call) => equipmentEnergyByState(twin, 'line', intervalOf(call)).energies,
    demand: (call) => equipmentDemand(twin, 'line', intervalOf(call)).value,
  };
}

/** The pure functions for each machine, as a page without a memory would call them. */
function withoutMemory(size) {
  const twin = observedTwin(size);
  const ids = Array.from({ length: size.machines }, (_, machine) => `m${machine}`);
  const seriesOf = (id) => {
    const of = (name, kind) => twin.seriesOf(id, name, kind);
    return {
      states: of('state', 'state'),
      statesKnownUntil: interval.to,
      produced: of('producedCount', 'counter'),
      good: of('goodCount', 'counter'),
      products: of('product', 'text'),
      reasons: of('reason', 'text'),
      idealCycle: (product) => cycles[products.indexOf(product)],
    };
  };
  const energyOf = (id) => ({ counter: undefined, power: twin.seriesOf(id, 'power', 'number') });
  const rules = { reasons, minorStopLimit };
  return asking(
    {
      losses: () =>
        losses(
          sumOfLossInputs(ids.map((id) => machineLosses(seriesOf(id), [interval], [interval], rules).input)),
        ).times,
      energies: () => {
        const sum = new Float64Array(10);
        for (const id of ids) {
          const { energies } = energyByState(energyOf(id), seriesOf(id).states, interval);
          energies.forEach((amount, code) => (sum[code] += amount));
        }
        return sum;
      },
      demand: () => demand(ids.map(energyOf), interval, { window: demandWindow, step: demandWindow }).value,
    },
    { warm: 1, calls: 3 },
  );
}

/** Each call asks for a day that begins a second later: nothing of it is remembered. */
function firstTime(size) {
  const intervalOf = (call) => ({ from: interval.from + (call + 1) * 1000, to: interval.to });
  return asking(throughTwin(observedTwin(size), intervalOf), { warm: 1, calls: 5, withoutAnswer: true });
}

/** The clock stands half an hour before the end of the day and goes on by a second from call to call. */
function whileTimePasses(size) {
  let now = interval.to - 1_800_000;
  const before = () => (now += 1000);
  return asking(throughTwin(observedTwin(size, () => now)), { before, withoutAnswer: true });
}

/**
 * A late observation that says once more what held: it changes no figure, so that the answer can be compared, but the
 * figures cannot know that.
 */
function afterLate(size, name, time, value) {
  const twin = observedTwin(size);
  const before = (call) => {
    const id = `m${(call * 37) % size.machines}`;
    const at = time(twin.seriesOf(id, name, name === 'state' ? 'state' : 'number'), call);
    twin.observe([{ signal: `${id}/${name}`, time: at, value: value(twin, id, at) }]);
  };
  return asking(throughTwin(twin), { before });
}

const middleOf = (series, call) => series.timeAt(Math.floor(series.length / 2) + call) + 0.5;

const rows = {
  limit,
  'ours, without memory': withoutMemory,
  'ours, first time': firstTime,
  'ours, after a late state': (size) =>
    afterLate(size, 'state', middleOf, (twin, id, at) => twin.seriesOf(id, 'state', 'state').at(at).state),
  'ours, after a late sample of power': (size) =>
    afterLate(size, 'power', middleOf, (twin, id, at) => twin.seriesOf(id, 'power', 'number').at(at).value),
  'ours, a second later': whileTimePasses,
  'ours, nothing changed': (size) => asking(throughTwin(observedTwin(size))),
};

export function prepare({ peer, ...size }) {
  return rows[peer](size);
}
