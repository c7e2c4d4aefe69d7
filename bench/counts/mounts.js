import '@twinfloor/elements';
import { sampleTwin } from '#elements/testing/sample-twin.js';
import { expose, painted, pause } from '../harness/page.js';

const twin = sampleTwin();
/** What one machine shows; all others show a line. */
const machine = { equipment: 'press-04', signal: 'power' };
const single = [
  'twin-equipment',
  'twin-inspector',
  'twin-stack-light',
  'twin-trend',
  'twin-value',
  'twin-oee-trend',
];

let following = 0;
let mostFollowing = 0;
follow(twin);
follow(twin.clock);
follow(twin.selection);
for (const connection of twin.connections) follow(connection);

/** Counts who is subscribed to a part of the twin. */
function follow(owner) {
  const subscribe = owner.subscribe.bind(owner);
  owner.subscribe = (...given) => {
    const end = subscribe(...given);
    let ended = false;
    following++;
    return () => {
      if (!ended) following--;
      ended = true;
      end();
    };
  };
}

const host = document.createElement('div');
host.style.cssText = 'display:flex;flex-wrap:wrap;overflow:clip;width:1900px;height:1180px';

function make(tag) {
  const element = document.createElement(tag);
  if (tag === 'twin-provider') return element;
  const given = single.includes(tag) ? machine : { equipment: 'line-a' };
  element.style.cssText = 'width:300px;height:180px;overflow:clip';
  return Object.assign(element, { twin }, given);
}

/** Shows so many of an element at once, takes them away, puts half of them back and takes these away too. */
async function turn(tag, count) {
  const elements = Array.from({ length: count }, () => make(tag));
  host.append(...elements);
  await seen();
  host.replaceChildren();
  await painted();
  host.append(...elements.slice(0, count >> 1));
  await seen();
  host.replaceChildren();
  await painted();
}

async function seen() {
  await painted();
  await painted();
  await pause(20);
  mostFollowing = Math.max(mostFollowing, following);
}

expose({
  /** What is made once for a page (screens, sprites, patterns, observers) is made before. */
  async prepare({ peer: tag, count }) {
    document.body.append(host);
    host.append(make(tag));
    await pause(400);
    host.replaceChildren();
    for (let warm = 0; warm < 3; warm++) await turn(tag, count);
    await pause(100);
  },

  async run({ peer: tag, mounts, count }) {
    mostFollowing = 0;
    for (let done = 0; done < mounts; done += count * 1.5) await turn(tag, count);
    // A frame, a tick of a second and what fades out are over then.
    await pause(300);
    return { following, mostFollowing };
  },
});
