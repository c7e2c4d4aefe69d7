// Shows each element in each state: live, without data, silent, still loading, failed, not allowed.
import { Clock, ObservationBatch, Twin } from '/twinfloor.js';
import { make, say, spokenWord } from '/site/site.js';
import { gallery } from './list.js';

const minute = 60_000;
const live = document.querySelector('twin-provider');
const twin = await live.ready();
const { equipment } = twin.workshop;
const machines = equipment.filter(({ level, type }) => level === 'workUnit' && type !== 'meter');
const places = {
  area: equipment.find(({ level }) => level === 'area').id,
  line: equipment.find(({ level }) => level === 'workCenter').id,
  machine: machines.find(({ type }) => type === 'machiningCentre').id,
};

const silent = quietTwin(new Clock());
provide('empty', { twin: quietTwin() });
provide('stale', { twin: silent });
provide('loading', { src: 'loading.json' });
provide('error', { src: 'missing.json' });

const list = document.querySelector('#gallery');
const chosen = new URLSearchParams(location.search).get('only');
for (const entry of gallery) {
  if (chosen && chosen !== entry.tag) continue;
  list.append(section(entry));
}
await somePast();
tellPast(silent);

function section({ tag, attributes, text, wide, open }) {
  const given = Object.entries(attributes).map(([name, value]) => [name, places[value] ?? value]);
  const part = make('section', { class: wide ? 'wide' : 'dense', id: tag });
  const title = make('h2');
  title.textContent = `<${tag}>`;
  const about = make('p', { class: 'quiet' });
  say(() => (about.textContent = document.documentElement.lang === 'en' ? text[0] : text[1]));
  const states = make('div', { class: 'states' });
  for (const state of ['live', 'empty', 'stale', 'loading', 'error', ...(open ? [] : ['locked'])]) {
    const element = make(tag, Object.fromEntries(given));
    if (state === 'locked') element.setAttribute('locked', '');
    else if (state !== 'live') element.setAttribute('provider', state);
    states.append(
      make('div', { class: 'state', 'data-state': state }, spokenWord('h3', `state-${state}`), element),
    );
  }
  const code = make('code');
  const written = given.map(([name, value]) => (value === '' ? ` ${name}` : ` ${name}="${value}"`)).join('');
  code.textContent = `<${tag}${written}></${tag}>`;
  part.append(title, about, make('pre', { tabindex: '0' }, code), states);
  return part;
}

function provide(id, properties) {
  const provider = make('twin-provider', { id, hidden: '' });
  Object.assign(provider, properties);
  live.append(provider);
}

/** The workshop of the page, with nobody who tells about it. */
function quietTwin(clock) {
  const options = { scheduler: (task) => void requestAnimationFrame(task) };
  return new Twin({ ...twin.workshop, connectors: [] }, clock ? { ...options, clock } : options);
}

/** Tells a twin what was known of a few machines until forty minutes ago; since then nothing was heard. */
function tellPast(stale) {
  const until = stale.clock.now() - 40 * minute;
  for (const { id } of machines.slice(0, 24)) {
    for (const name of [
      'state',
      'power',
      'temperature',
      'energy',
      'producedCount',
      'goodCount',
      'scrapCount',
      'product',
      'order',
      'spindleOverride',
    ]) {
      if (!knows(`${id}/${name}`)) continue;
      stale.observe(observationsOf(`${id}/${name}`, until));
    }
    stale.observe(conditionsOf(stale, `${id}/conditions`, until));
  }
}

/** Not every machine has every signal of the workshop file. */
function knows(signal) {
  try {
    return twin.signal(signal) !== undefined;
  } catch {
    return false;
  }
}

function conditionsOf(stale, signal, until) {
  const { series } = twin.signal(signal);
  const batch = new ObservationBatch();
  for (let index = 0; index < series.length && series.timeAt(index) <= until; index++) {
    batch.addCondition(stale.signal(signal).handle, series.timeAt(index), series.conditionAt(index));
  }
  return batch;
}

function observationsOf(signal, until) {
  const { series, definition } = twin.signal(signal);
  const read = {
    state: (index) => series.stateAt(index),
    number: (index) => series.valueAt(index),
    counter: (index) => series.readingAt(index),
    text: (index) => series.textAt(index),
  }[definition.kind];
  const observations = [];
  for (let index = 0; index < series.length && series.timeAt(index) <= until; index++) {
    if (series.qualityAt(index) === 'bad')
      observations.push({ signal, time: series.timeAt(index), value: undefined });
    else observations.push({ signal, time: series.timeAt(index), value: read(index) });
  }
  return observations;
}

/** Waits until the source has told its past: then it says that it is live. */
async function somePast() {
  while (twin.connections.some(({ status }) => status.state === 'connecting')) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
