// Which of the two workshops is shown, and what may happen in it.
import { startScenario } from '/twinfloor.js';
import { make, say, spokenWord } from '/site/site.js';

const workshops = ['machining', 'forming'];
const at = new URLSearchParams(location.search).get('at');
const here = workshops.includes(at) ? at : workshops[0];
for (const element of document.querySelectorAll('[equipment="machining"]')) element.equipment = here;

const places = document.querySelector('#places');
say(() => (places.ariaLabel = document.documentElement.lang === 'en' ? 'Workshops' : '车间'));
for (const name of workshops) {
  const link = spokenWord('a', `${name}-short`, { href: `?at=${name}` });
  if (name === here) link.ariaCurrent = 'page';
  places.append(link);
}

/** What a demonstrator can let happen, with the machine it happens to. */
const scenarios = {
  machining: [
    ['breakdown', 'mc-3'],
    ['materialRunsOut', 'lathe-2'],
    ['toolWear', 'grinder-2'],
    ['peakTariff'],
  ],
  forming: [
    ['breakdown', 'press-3'],
    ['materialRunsOut', 'moulder-1'],
    ['toolWear', 'press-2'],
    ['peakTariff'],
  ],
};
const buttons = make('div', { class: 'buttons' });
for (const [scenario, equipment] of scenarios[here]) {
  const button = spokenWord('button', `${scenario}-${here}`, { type: 'button' });
  button.addEventListener('click', () => startScenario('factory-simulator', scenario, equipment));
  buttons.append(button);
}
document.querySelector('#scenarios').append(spokenWord('h2', 'scenarios'), buttons);
