import { expose } from '../../harness/page.js';
import { documentOf } from './document.js';

/** Each gives the observations as `[id, time, sequence, text]`; a time may stay as it was written. */
const readers = {
  'our reader': () => import('./peers/ours.js'),
  'limit, scanner': () => import('./peers/scanner.js'),
  saxes: () => import('./peers/saxes.js'),
  DOMParser: () => import('./peers/dom-parser.js'),
  'fast-xml-parser': () => import('./peers/fast-xml-parser.js'),
};

let read;
let text;
let rounds;
let observations;

expose({
  async prepare({ peer, kind, rounds: wanted }) {
    ({ read } = await readers[peer]());
    text = documentOf(kind);
    rounds = wanted;
    for (let warm = 0; warm < 10; warm++) observations = read(text);
  },

  run() {
    const times = [];
    for (let round = 0; round < rounds; round++) {
      const began = performance.now();
      observations = read(text);
      times.push(performance.now() - began);
    }
    // Others work on the machine: what a document costs is what it costs when they let it be.
    times.sort((one, other) => one - other);
    const ms = times[Math.floor(rounds / 5)];
    return { ms, megabytesPerSecond: text.length / 1e3 / ms };
  },

  /** The oracle: how many there are, and sums over all that was read of them. */
  verify() {
    const answer = { count: observations.length, times: 0, sequences: 0, ids: 0, texts: 0 };
    for (const [id, time, sequence, said] of observations) {
      answer.times += typeof time === 'number' ? time : Date.parse(time);
      answer.sequences += sequence;
      answer.ids += id.length;
      answer.texts += String(said).length;
    }
    return answer;
  },
});
