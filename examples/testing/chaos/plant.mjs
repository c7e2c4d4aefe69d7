/** What simulated machines do in some hours: the truth that a page is compared with. */

/** Random numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How long each state lasts, in seconds, and what may follow. */
const states = {
  running: { from: 60, to: 600, next: ['idle', 'setup', 'fault', 'idle'] },
  idle: { from: 20, to: 240, next: ['running', 'running', 'setup'] },
  setup: { from: 60, to: 300, next: ['running'] },
  fault: { from: 30, to: 240, next: ['running', 'idle'] },
};

export const signals = ['state', 'producedCount', 'power', 'energy', 'conditions'];

/**
 * All that one machine does, in order of time.
 *
 * @returns {{ time: number, signal: string, value: string | number }[]} a condition is `fault` or `normal`
 */
export function life(seed, begin, end) {
  const random = randomOf(seed);
  const between = (from, to) => Math.round((from + random() * (to - from)) * 1000);
  const happened = [];
  const say = (time, signal, value) => happened.push({ time, signal, value });
  let produced = Math.floor(random() * 1000);
  let energy = 1000;
  let state = 'idle';
  say(begin, 'conditions', 'normal');
  say(begin, 'producedCount', produced);
  for (let time = begin; time < end;) {
    const until = Math.min(end, time + between(states[state].from, states[state].to));
    say(time, 'state', state);
    if (state === 'fault') say(time, 'conditions', 'fault');
    const load = { running: 40, idle: 6, setup: 12, fault: 4 }[state];
    for (let at = time; at < until; at += 5_000) {
      say(at, 'power', load + Math.round(random() * 100) / 100);
    }
    for (let at = time; at < until; at += 60_000) say(at, 'energy', (energy += load / 60));
    if (state === 'running') {
      for (let at = time + between(7, 15); at < until; at += between(7, 15))
        say(at, 'producedCount', ++produced);
    }
    if (state === 'fault') say(until, 'conditions', 'normal');
    const { next } = states[state];
    state = next[Math.floor(random() * next.length)];
    time = until;
  }
  // The last word of all, so that nothing but losses leaves anything open.
  say(end, 'state', 'idle');
  say(end, 'producedCount', produced);
  say(end, 'power', 0);
  say(end, 'energy', energy);
  say(end, 'conditions', 'normal');
  return happened.sort((a, b) => a.time - b.time);
}
