// A wall of 1920 × 1080 px, however many pixels the screen has: what it is about, how large it is, and the one thing to do.
import {
  alarmNumbers,
  alarmShapes,
  alarmsOf,
  currentState,
  languageAt,
  reasonAt,
  textIn,
  wordsOf,
} from '/twinfloor.js';
import { make, say, word } from '/site/site.js';

/** The workshops, each with the line whose pieces are counted on the wall. */
const workshops = { machining: 'assembly-line', forming: 'housing-line' };
const at = new URLSearchParams(location.search).get('at');
const here = at in workshops ? at : 'machining';

for (const element of document.querySelectorAll('[equipment="machining"]')) element.equipment = here;
document.querySelector('twin-production').equipment = workshops[here];
document.querySelector('h1').dataset.word = here;
document.querySelector('.below h2').dataset.word = `made-${here}`;
for (const element of document.querySelectorAll('h1, .below h2')) {
  say(() => (element.textContent = word(element.dataset.word)));
}

const provider = document.querySelector('twin-provider');
const sized = document.querySelectorAll('[density=wall]');
const footer = document.querySelector('footer');

function fit() {
  const scale = innerWidth < 700 ? 1 : Math.min(innerWidth / 1920, innerHeight / 1080);
  provider.style.setProperty('--twin-scale', scale);
  for (const element of sized) {
    const inHand = element.localName === 'twin-equipment-grid' ? 'compact' : 'comfortable';
    element.setAttribute('density', innerWidth < 700 ? inHand : 'wall');
  }
}
fit();
addEventListener('resize', fit);

const twin = await provider.ready();
const machines = twin.tree.workUnits(here).filter((id) => twin.tree.get(id).type !== 'meter');
tell();
say(tell);
setInterval(tell, 1000);

/** The most important alarm; where there are two, each stays for eight seconds. */
function tell() {
  const now = twin.clock.now();
  const alarms = alarmsAt(now);
  const turn = Math.floor(performance.now() / 8000) % Math.max(1, Math.min(2, alarms.length));
  const alarm = alarms[turn];
  footer.className = alarm ? '' : 'calm';
  if (alarm) show(alarm, alarms.length - 1, now);
  else {
    const silent = machines.filter((id) => currentState(twin, id, now).state === 'unknown').length;
    footer.textContent = silent > 0 ? word('wall-silent').replace('{}', silent) : word('wall-calm');
  }
  const step = Math.floor(Date.now() / 600_000) % 4;
  provider.style.setProperty('--shift', ['0 0', '2px 0', '2px 2px', '0 2px'][step]);
}

/** What is broken and nobody repairs, the most urgent and oldest first; where nothing is, the alarms of what runs. */
function alarmsAt(now) {
  const { tag } = languageAt(footer);
  const all = machines.flatMap((id) => {
    const current = twin.series(`${id}/state`, 'state')?.at(now);
    const alarms = alarmsOf(twin);
    if (current?.state !== 'fault') {
      return alarms
        .of(id)
        .filter(isShown)
        .map((one) => {
          const text = wordsOf(twin.workshop, textIn(one.name, tag), tag);
          return { id, since: one.raisedAt, text, priority: alarmNumbers[one.priority] };
        });
    }
    // What nobody has said how urgent it is has no shape: the state alone says that it stands.
    const worst = alarms.worst(id);
    const priority = worst && alarmNumbers[worst.priority];
    return [{ id, since: current.since, state: 'fault', text: reasonAt(twin, id, now, tag), priority }];
  });
  const rank = ({ state, priority = 5 }) => (state ? 0 : 10) + priority;
  const sorted = all.toSorted((one, other) => rank(one) - rank(other) || one.since - other.since);
  return sorted[0]?.state ? sorted.filter(({ state }) => state) : sorted;
}

/** Not put aside, neither by a person nor by design. */
function isShown({ state }) {
  return state !== 'shelved' && state !== 'suppressedByDesign' && state !== 'outOfService';
}

function show({ id, since, state, text, priority }, others, now) {
  const { tag, formats, terms } = languageAt(footer);
  const name = make('b');
  name.textContent = textIn(twin.tree.get(id).name, tag);
  const why = make('span', { class: 'why' });
  why.textContent = text || (state ? terms.states[state] : '');
  const age = make('span', { class: 'age' });
  const duration = make('b');
  duration.textContent = formats.duration(now - since);
  age.append(state ? `${terms.states[state]} ` : '', duration);
  const rest = make('span', { class: 'others' });
  rest.textContent = others > 0 ? word('wall-others').replace('{}', formats.number(others)) : '';
  footer.replaceChildren(...(priority ? [alarmShape(priority)] : []), name, why, rest, age);
}

function alarmShape(priority) {
  const { outline, figure } = alarmShapes[priority];
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', `alarm p${priority}`);
  svg.ariaHidden = 'true';
  for (const d of [outline, figure]) {
    const path = document.createElementNS(svg.namespaceURI, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}
