import { random } from '../../harness/random.mjs';
import { painted, pause } from '../../harness/page.js';

export const states = ['running', 'setup', 'idle', 'fault', 'offline'];
export const words = ['Running', 'Set-up', 'Idle', 'Fault', 'Offline'];

/** Changes in one message, as a broker sends them. */
const perMessage = 10;

/** All nodes below one, those in shadow roots included. */
export function nodesBelow(node) {
  let count = 0;
  for (const child of node.childNodes) count += 1 + nodesBelow(child);
  if (node.shadowRoot) count += nodesBelow(node.shadowRoot);
  return count;
}

/**
 * Sends changes at a rate, by the clock and not as fast as possible, so that a slow page gets a backlog as it would
 * from a socket; measures what was applied meanwhile, frames, and how long the loop kept others waiting.
 *
 * @param {{ count: number, rate: number, seconds: number, apply: (message: Uint16Array) => void }} given a message
 *   holds triples: which one, which state, which value
 */
export async function measureLive({ count, rate, seconds, apply }) {
  const next = random(5);
  const sent = [];
  const delays = [];
  let applied = 0;
  let due = 0;
  let frames = 0;
  let over = false;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => {
    apply(data);
    if (!over) applied += data.length / 3;
    for (let at = 0; at < data.length; at += 3) sent[data[at]] = [data[at + 1], data[at + 2]];
  };
  const began = performance.now();
  const sender = setInterval(() => {
    const wanted = Math.floor(((performance.now() - began) / 1000) * rate);
    while (due < wanted) {
      const size = Math.min(perMessage, wanted - due);
      const message = new Uint16Array(size * 3);
      for (let at = 0; at < message.length; at += 3) {
        message[at] = Math.floor(next() * count);
        message[at + 1] = Math.floor(next() * states.length);
        message[at + 2] = 10 + Math.floor(next() * 80);
      }
      port2.postMessage(message);
      due += size;
    }
  }, 4);
  const ping = new MessageChannel();
  let asked = 0;
  ping.port1.onmessage = () => delays.push(performance.now() - asked);
  const pinger = setInterval(() => {
    asked = performance.now();
    ping.port2.postMessage(0);
  }, 50);
  const frame = () => {
    frames++;
    if (!over) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  await pause(seconds * 1000);
  over = true;
  clearInterval(sender);
  clearInterval(pinger);
  const elapsed = (performance.now() - began) / 1000;
  const appliedInTime = applied;
  await pause(0);
  await painted();
  port1.close();
  ping.port1.close();
  delays.sort((a, b) => a - b);
  const figures = {
    frames,
    seconds: elapsed,
    framesPerSecond: frames / elapsed,
    // What came in the last few milliseconds is still on its way.
    appliedShare: Math.min(1, (appliedInTime + perMessage + rate * 0.02) / due),
    delayP50: delays[Math.floor(delays.length / 2)] ?? 0,
    delayP95: delays[Math.floor(delays.length * 0.95)] ?? 0,
  };
  return { figures, sent };
}
