import { describe, it } from 'node:test';
import { untilNow } from '../figures/past.js';
import { plantQuestions } from '../testing/plant-questions.js';
import type { SeededRandom } from '../testing/random.js';
import { emptyTwinOf, line, machines, type RandomPlant, twinOf } from '../testing/random-plant.js';
import { assertFigures, assertNarrower, assertSame, forPlants } from '../testing/reconciled.js';
import { duration, type Interval } from '../time/interval.js';
import type { Twin } from '../twin/twin.js';

/**
 * What is said of known time here depends on the time around it: the more changes of state are known, the more growth of a
 * counter is shared out between them; a reason is told of a stop as a whole, and books all of it; health is asked of the
 * time in which a machine is known to have run.
 */
const dependsOnNeighbours = new Set(['health', 'idleWaste', 'losses', 'lossesByProduct', 'lossesByShift']);

describe('figures of random plants: knowledge', () => {
  it('no figure of any plant throws, is NaN or lies outside of its bounds, seeds 9001…9300', () => {
    forPlants(9001, 300, (twin, { interval }) => {
      for (const [name, ask] of Object.entries(plantQuestions)) {
        for (const id of [line, machines[0]]) assertFigures(ask(twin, id, interval), `${name} of ${id}`);
      }
    });
  });

  it('bounds hold what is said when more is known of the states, seeds 9301…9550', () => {
    forPlants(9301, 250, (_, plant, random) => {
      const { id, past, less, more } = hidden(plant, 'state', random);
      for (const [name, ask] of Object.entries(plantQuestions)) {
        if (dependsOnNeighbours.has(name)) continue;
        for (const one of [id, line]) {
          assertNarrower(ask(less, one, past), ask(more, one, past), `${name} of ${one}`);
        }
      }
    });
  });

  it('bounds hold what is said when more is known of the power, seeds 9551…9700', () => {
    forPlants(9551, 150, (_, plant, random) => {
      const { id, past, less, more } = hidden(plant, 'power', random);
      for (const name of ['energy', 'energyCost', 'idleWaste', 'demand', 'carriers', 'specificEnergy']) {
        const ask = plantQuestions[name];
        for (const one of [id, line]) {
          assertNarrower(ask(less, one, past), ask(more, one, past), `${name} of ${one}`);
        }
      }
    });
  });

  it('answers after late observations, in any order and between questions, are those from scratch, seeds 9701…10000', () => {
    forPlants(9701, 300, (scratch, plant, random) => {
      const late =
        random.next() < 0.5 ? random.shuffled(plant.observations) : shuffledNear(plant.observations, random);
      const begin = plant.observations[0]?.time ?? plant.now;
      let now = Math.min(begin, plant.now);
      const twin = emptyTwinOf(plant, () => now);
      const step = 20 + random.whole(150);
      for (let index = 0; index < late.length; index += step) {
        twin.observe(late.slice(index, index + step));
        now += Math.floor((plant.now - now) * random.pick([0, 0.1, 0.5]));
        if (plant.isHeard && random.next() < 0.3) twin.confirm();
        answers(twin, plant.interval, 1 + random.whole(4));
      }
      now = plant.now;
      if (plant.isHeard) twin.confirm();
      const expected = answers(scratch, plant.interval);
      const found = answers(twin, plant.interval);
      for (const name of Object.keys(expected)) assertSame(found[name], expected[name], name);
    });
  });
});

/** A twin from which a signal of one machine is hidden for a part of the time, beside one that knows all. */
function hidden(plant: RandomPlant, name: 'state' | 'power', random: SeededRandom) {
  // A gap says when its source was last heard, which is more than nothing of a source that is not heard any more.
  const heard = { ...plant, isHeard: true };
  const more = twinOf(heard);
  const past = untilNow(more, plant.interval);
  const [from, to] = [0, 0].map(() => past.from + random.whole(duration(past) + 1)).sort((a, b) => a - b);
  const id = random.pick(machines);
  const signal = `${id}/${name}`;
  const own = plant.observations.filter((one) => one.signal === signal);
  const inside = new Set(own.filter(({ time }) => time >= from && time < to));
  const less = twinOf(
    heard,
    plant.observations.filter((one) => !inside.has(one)),
  );
  if (own.length > 0 && from < to) {
    const held = own.findLast(({ time }) => time < to);
    less.observe([{ signal, time: from, value: undefined }]);
    if (own.every(({ time }) => time !== to)) less.observe([{ signal, time: to, value: held?.value }]);
  }
  return { id, past, less, more };
}

/** The answers about a line and a machine, each n-th of them. */
function answers(twin: Twin, interval: Interval, each = 1): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(plantQuestions)
      .filter((_, index) => index % each === 0)
      .flatMap(([name, ask]) =>
        [line, machines[0]].map((id) => [`${name} of ${id}`, ask(twin, id, interval)]),
      ),
  );
}

/** In time order, but some come late. */
function shuffledNear<T>(items: readonly T[], random: SeededRandom): T[] {
  return items
    .map((item, index) => ({ item, place: index + (random.next() < 0.2 ? random.whole(100) : 0) }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
