import { expect } from 'chai';
import { equipmentStates } from '@twinfloor/core';
import { chroma, contrast, distance, lightness, type Tokens, visions } from './testing/colour-science.js';

const barForms: Readonly<Record<string, string>> = {
  running: 'band',
  setup: 'hatched',
  idle: 'hollow band',
  starved: 'two rails',
  blocked: 'solid with slit',
  fault: 'taller than the row',
  maintenance: 'vertical lines',
  plannedStop: 'thin line',
  offline: 'dots',
  unknown: 'dashed box',
};

const response = await fetch(new URL('../../tokens.json', import.meta.url));
const file = (await response.json()) as Record<string, { color: Tokens }>;

/** The hex values of a group by path below it, joined by a dot. */
function colours(group: Tokens, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, below] of Object.entries(group)) {
    if (key.startsWith('$')) continue;
    const here = path ? `${path}.${key}` : key;
    const value = (below as { $value?: { hex: string } }).$value;
    if (value) found.set(here, value.hex);
    else for (const [name, hex] of colours(below as Tokens, here)) found.set(name, hex);
  }
  return found;
}

for (const theme of ['light', 'dark', 'control-room', 'big-screen']) {
  const all = colours(file[theme].color);
  const of = (name: string) => all.get(name) ?? expect.fail(`no colour ${name} in ${theme}`);
  const below = (group: string) => [...all.keys()].filter((name) => name.startsWith(`${group}.`));
  const grounds = ['page', 'surface', 'surface-raised'];
  const allGrounds = [...grounds, 'surface-sunken', 'selection-wash'];

  /** Fails with all pairs of an ink and a ground that are too close. */
  const reach = (least: number, inks: readonly string[], groundsOf: (ink: string) => readonly string[]) => {
    const close = inks.flatMap((ink) =>
      groundsOf(ink)
        .map((ground) => ({ ink, ground, ratio: contrast(of(ink), of(ground)) }))
        .filter(({ ratio }) => ratio < least)
        .map(({ ground, ratio }) => `${ink} on ${ground}: ${ratio.toFixed(2)}`),
    );
    expect(close).to.deep.equal([]);
  };

  describe(`The colours of ${theme}`, () => {
    it('let text be read on every ground at 4.5 : 1', () => {
      reach(4.5, ['text.primary', 'text.secondary', 'text.tertiary'], () => allGrounds);
      reach(4.5, ['text.inverse'], () => ['inverse']);
      reach(4.5, [...below('factor'), 'chart.limit'], () => grounds);
    });

    it('let the word of a state be read on every ground and on its own wash and fill', () => {
      reach(4.5, below('state-text'), (ink) => [...grounds, ink.replace('text', 'wash')]);
      reach(4.5, below('state-on'), (ink) => [ink.replace('-on', '')]);
      reach(4.5, below('alarm-on'), (ink) => [ink.replace('-on', '')]);
    });

    it('let marks be seen at 3 : 1', () => {
      const marks = ['state', 'carrier', 'tariff', 'quality'].flatMap(below);
      const losses = below('loss').filter((name) => name !== 'loss.schedule');
      reach(3, [...marks, ...losses, 'line.strong', 'alarm.shelved'], () => grounds);
      reach(3, ['focus', 'selection'], () => allGrounds);
      reach(3, ['chart.ink', 'chart.forecast', 'chart.limit'], () => [...grounds, ...below('tariff-wash')]);
    });

    it('give each alarm an edge where its fill is too light', () => {
      for (const alarm of ['1', '2', '3', '4']) {
        const fill = contrast(of(`alarm.${alarm}`), of('surface'));
        const edge = contrast(of('alarm-edge'), of('surface'));
        expect(Math.max(fill, edge), `alarm ${alarm}`).to.be.at.least(3);
      }
    });

    it('keep the highest alarm more chromatic than any state', () => {
      const loudest = Math.max(...equipmentStates.map((state) => chroma(of(`state.${state}`))));
      expect(chroma(of('alarm.1'))).to.be.at.least(loudest);
    });

    it('tell running from fault by colour alone, whatever the colour vision', () => {
      for (const vision of visions) {
        expect(distance(of('state.running'), of('state.fault'), vision), vision).to.be.at.least(0.08);
      }
    });

    it('leave no two states to colour where their colours are close: their bars differ in form', () => {
      for (const [index, a] of equipmentStates.entries()) {
        for (const b of equipmentStates.slice(index + 1)) {
          const apart = visions.map((vision) => distance(of(`state.${a}`), of(`state.${b}`), vision));
          const close = apart[0] < 0.08 || Math.min(...apart) < 0.05;
          if (close) expect(barForms[a], `${a} and ${b}`).to.not.equal(barForms[b]);
        }
      }
    });

    it('let the words on a heat map be read: one of the two inks reaches 4.5 : 1 on each step', () => {
      const best = (step: string) =>
        Math.max(...['text.primary', 'text.inverse'].map((ink) => contrast(of(ink), of(step))));
      expect(below('sequential').filter((step) => best(step) < 4.5)).to.deep.equal([]);
    });

    it('go up a heat map in even steps of lightness, in one direction, so that it can be printed', () => {
      const ramp = below('sequential').map((step) => lightness(of(step)));
      const steps = ramp.slice(1).map((one, index) => one - ramp[index]);
      expect(new Set(steps.map(Math.sign)).size, `${ramp}`).to.equal(1);
      const sizes = steps.map(Math.abs);
      expect(Math.max(...sizes) / Math.min(...sizes), `${ramp}`).to.be.below(2);
    });

    it('lead a diverging ramp from both ends to its middle', () => {
      const ramp = below('diverging').map((step) => lightness(of(step)));
      const away = ramp.map((one) => Math.abs(one - ramp[4]));
      for (const side of [away.slice(0, 5).reverse(), away.slice(4)]) {
        expect(side, `${ramp}`).to.deep.equal([...side].sort((a, b) => a - b));
      }
    });

    it('tell the four alarms apart by colour alone where colour vision is normal', () => {
      for (const [index, a] of below('alarm-on').entries()) {
        for (const b of below('alarm-on').slice(index + 1)) {
          const [one, other] = [a, b].map((name) => of(name.replace('-on', '')));
          expect(distance(one, other, 'normal'), `${a}, ${b}`).to.be.at.least(0.08);
        }
      }
    });

    it('let pins and lettering of the 3D workshop be seen on what they stand on', () => {
      // The glyph of a pin stands on the raised ground, the lettering and the ring of the selection on the floor.
      reach(3, below('state'), () => ['surface-raised']);
      reach(3, ['text.secondary', 'text.primary', 'selection'], () => ['surface', 'surface-sunken']);
      reach(3, ['state-on.fault'], () => ['state.fault']);
    });

    it('have a value for every role that the light theme has', () => {
      expect([...all.keys()]).to.deep.equal([...colours(file['light'].color).keys()]);
    });
  });
}
