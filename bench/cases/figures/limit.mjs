import {
  cycles,
  day,
  demandWindow,
  interval,
  machineDay,
  minorStopLimit,
  monday,
  reasons,
  words,
} from './data.mjs';

const hour = 3_600_000;
const stateLosses = ['', 'setupAndAdjustment', ...Array(4).fill('equipmentFailure')];

/** The limit: bare columns of each machine, read from one end of the day to the other; nothing is kept. */
export function limit(size) {
  const machines = Array.from({ length: size.machines }, (_, machine) => machineDay(machine, size));
  return {
    warm: 2,
    calls: 5,
    run() {
      const sum = {
        equipmentFailure: 0,
        setupAndAdjustment: 0,
        idlingAndMinorStops: 0,
        ideal: 0,
        idealGood: 0,
      };
      const energies = new Float64Array(words.length);
      const windows = new Float64Array(day / demandWindow);
      for (const one of machines) {
        addStops(one, sum);
        addCounts(one, sum);
        addEnergies(one, energies);
        addWindows(one, windows);
      }
      const kilowattHours = Math.max(...windows);
      return {
        equipmentFailure: sum.equipmentFailure,
        setupAndAdjustment: sum.setupAndAdjustment,
        idlingAndMinorStops: sum.idlingAndMinorStops,
        netRunTime: sum.ideal,
        fullyProductiveTime: sum.idealGood,
        runningEnergy: energies[0],
        faultEnergy: energies[5],
        demand: (kilowattHours * hour) / demandWindow,
      };
    },
  };
}

/** Each stop stands between two runs, so that it is a time without running by itself. */
function addStops({ time, state, reason }, sum) {
  for (let index = 1; index < time.length; index += 2) {
    const length = (index + 1 < time.length ? time[index + 1] : interval.to) - time[index];
    const loss = reasons[reason[index]].loss ?? stateLosses[state[index]];
    sum[loss === 'equipmentFailure' && length < minorStopLimit ? 'idlingAndMinorStops' : loss] += length;
  }
}

/** Pieces are counted where a run ends, at the cycle of the product that is set then. */
function addCounts({ produced, good, product }, sum) {
  for (let index = 1; index < produced.length; index++) {
    sum.ideal += (produced[index] - produced[index - 1]) * cycles[product[index]];
    sum.idealGood += (good[index] - good[index - 1]) * cycles[product[index]];
  }
}

function addEnergies({ time, state, power }, energies) {
  const step = day / power.length;
  let index = 0;
  let at = monday;
  for (let sample = 0; sample < power.length; sample++) {
    const end = monday + (sample + 1) * step;
    while (index + 1 < time.length && time[index + 1] < end) {
      index++;
      energies[state[index - 1]] += (power[sample] * (time[index] - at)) / hour;
      at = time[index];
    }
    energies[state[index]] += (power[sample] * (end - at)) / hour;
    at = end;
  }
}

function addWindows({ power }, windows) {
  const step = day / power.length;
  const perWindow = demandWindow / step;
  for (let sample = 0; sample < power.length; sample++) {
    windows[Math.floor(sample / perWindow)] += (power[sample] * step) / hour;
  }
}
