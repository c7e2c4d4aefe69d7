import { expect } from 'chai';
import { equipmentStates, equipmentTypes } from '@twinfloor/core';
import { clear, mount, until } from '../testing/page.js';
import { coloursAt } from './colours.js';
import { define, register } from './define.js';
import { equipmentIcon, icons } from './equipment-icon.js';
import { iconOutline } from './icon-outline.js';
import { languageAt, registerLanguage } from './language.js';
import { stateGlyphs } from './state-glyph.js';
import { en } from '../locales/en.js';
import '../provider/provider.js';

/** Runs something and returns what it warned of. */
function warningsOf(act: () => void): string[] {
  const warned: string[] = [];
  const { warn } = console;
  console.warn = (...words: unknown[]) => warned.push(words.map(String).join(' '));
  try {
    act();
  } finally {
    console.warn = warn;
  }
  return warned;
}

describe('define()', () => {
  it('goes on with the first element where a tag is taken, and says so', () => {
    class First extends HTMLElement {}
    define('twin-test-define', First);
    const warned = warningsOf(() => define('twin-test-define', class extends HTMLElement {}));
    expect(warned).to.deep.equal(['<twin-test-define> is registered already; the first registration stays.']);
    expect(customElements.get('twin-test-define')).to.equal(First);
  });

  it('gives every element a second tag with a prefix of the page', () => {
    register({ prefix: 'acme' });
    expect(document.createElement('acme-provider')).to.be.instanceOf(customElements.get('twin-provider'));
    expect(() => register({ prefix: 'Acme Corp' })).to.throw(RangeError, 'Acme Corp');
  });
});

describe('Colours for painters', () => {
  afterEach(clear);

  it('are those of the theme around them and change with it', async () => {
    const provider = await mount('twin-provider', { theme: 'dark' });
    const colours = coloursAt(provider);
    await until(() => colours.of('surface') === '#1e1d1b', 'the dark theme');
    const { revision } = colours;
    provider.theme = 'control-room';
    await until(() => colours.of('state-running') === '#6c6f72', 'the control-room theme');
    expect(colours.revision).to.be.above(revision);
  });

  it('are light without any theme, and a rule of the page goes before', async () => {
    const plain = await mount('twin-provider');
    expect(coloursAt(plain).of('surface')).to.equal('#fbfaf8');
    document.documentElement.style.setProperty('--twin-color-surface', '#123456');
    document.documentElement.lang = 'de';
    await until(() => coloursAt(plain).of('surface') === '#123456', 'the rule of the page');
    document.documentElement.style.removeProperty('--twin-color-surface');
  });
});

describe('Language', () => {
  afterEach(clear);

  it('is that of the closest lang attribute, Chinese once its words are loaded', async () => {
    const provider = await mount('twin-provider', { lang: 'zh-CN' });
    await until(() => languageAt(provider).terms.states.fault === '故障', 'Chinese');
    expect(languageAt(document.body).terms.states.fault).to.equal('Fault');
  });

  it('can be added by a page', async () => {
    registerLanguage('de', () => Promise.resolve({ ...en, states: { ...en.states, fault: 'Störung' } }));
    const provider = await mount('twin-provider', { lang: 'de-AT' });
    await until(() => languageAt(provider).terms.states.fault === 'Störung', 'German');
  });
});

describe('Glyphs and icons', () => {
  it('are outlines that a canvas can draw as well', () => {
    for (const state of equipmentStates) {
      const context = document.createElement('canvas').getContext('2d');
      context?.fill(new Path2D(stateGlyphs[state]), 'evenodd');
      const pixels = context?.getImageData(0, 0, 24, 24).data ?? [];
      expect(
        pixels.filter((_, index) => index % 4 === 3).some((alpha) => alpha > 0),
        state,
      ).to.equal(true);
    }
  });

  it('give every type an icon of its own', () => {
    const icons = equipmentTypes.map((type) => equipmentIcon({ level: 'workUnit', type }));
    expect(new Set(icons).size).to.equal(equipmentTypes.length);
    for (const icon of icons) new Path2D(icon);
    expect(equipmentIcon({ level: 'workUnit', type: 'Injection moulder' })).to.equal(
      equipmentIcon({ level: 'workUnit', type: 'injectionMoulder' }),
    );
  });

  it('cover as outlines what their lines cover', () => {
    const inked = (draw: (context: CanvasRenderingContext2D) => void) => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 96;
      const context = canvas.getContext('2d') as CanvasRenderingContext2D;
      context.scale(4, 4);
      context.lineWidth = 1.5;
      context.lineJoin = 'round';
      draw(context);
      return context.getImageData(0, 0, 96, 96).data.filter((_, index) => index % 4 === 3);
    };
    for (const [name, path] of Object.entries(icons)) {
      const stroked = inked((context) => context.stroke(new Path2D(path)));
      const filled = inked((context) => context.fill(new Path2D(iconOutline(path))));
      const wrong = stroked.filter((alpha, index) => Math.abs(alpha - filled[index]) > 128).length;
      const ink = stroked.filter((alpha) => alpha > 128).length;
      expect(wrong / ink, name).to.be.below(0.06);
    }
  });

  it('are plain for a machine of an unknown type, and a line for a line', () => {
    const plain = equipmentIcon({ level: 'workUnit', type: 'generic' });
    expect(equipmentIcon({ level: 'workUnit', type: 'spaceship' })).to.equal(plain);
    expect(equipmentIcon({ level: 'workUnit', type: 'constructor' })).to.equal(plain);
    expect(equipmentIcon({ level: 'workUnit', type: undefined })).to.equal(plain);
    expect(equipmentIcon({ level: 'workCenter', type: undefined })).to.not.equal(plain);
  });
});
