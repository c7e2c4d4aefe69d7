// Lets a person choose what a page is about: a workshop or a line.
import { textIn } from '/twinfloor.js';
import { make, say } from './site.js';

const provider = document.querySelector('twin-provider');
const select = document.querySelector('#choose');
const shown = [...document.querySelectorAll('[data-chosen]')];
const { workshop } = await provider.ready();
const choices = workshop.equipment.filter(({ level }) => level !== 'workUnit');
const parents = new Map(choices.map(({ id, parent }) => [id, parent]));
for (const { id, name } of choices) {
  const option = make('option', { value: id });
  const depth = depthOf(id);
  say(() => (option.textContent = '\u2003'.repeat(depth) + textIn(name, document.documentElement.lang)));
  select.append(option);
}
select.value = shown[0].getAttribute('equipment');
say(() => (select.ariaLabel = document.documentElement.lang === 'en' ? 'Workshop or line' : '车间或产线'));
select.addEventListener('change', () => {
  for (const element of shown) element.setAttribute('equipment', select.value);
});

function depthOf(id) {
  const parent = parents.get(id);
  return parent === undefined ? 0 : 1 + depthOf(parent);
}
