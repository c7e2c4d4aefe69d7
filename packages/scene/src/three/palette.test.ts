import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Color } from 'three';
import { linearOf, oklabOf } from './oklch.js';
import { paletteFrom } from './palette.js';
import { darkColours, lightColours } from './testing/sample-colours.js';

/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
function contrast(a: Color, b: Color): number {
  const light = ({ r, g, b: blue }: Color) => 0.2126 * r + 0.7152 * g + 0.0722 * blue + 0.05;
  const [x, y] = [light(a), light(b)];
  return Math.max(x, y) / Math.min(x, y);
}

describe('paletteFrom()', () => {
  for (const [name, colours] of Object.entries({ light: lightColours, dark: darkColours })) {
    it(`keeps machines apart from the floor in a ${name} theme`, () => {
      const { roles } = paletteFrom(colours);
      const apart = contrast(roles.body, roles.base);
      assert.ok(apart > 2.5, `body on base: ${apart}`);
      if (name === 'dark') assert.ok(contrast(roles.body, roles.floor) > 3);
    });

    it(`writes on the floor so that one can read it in a ${name} theme`, () => {
      const { roles, lettering } = paletteFrom(colours);
      for (const role of ['floor', 'zone', 'aisle'] as const) {
        const ratio = contrast(lettering, roles[role]);
        assert.ok(ratio > 4.5, `${role}: ${ratio}`);
      }
    });
  }

  it('gives lamps the colours of states, exactly', () => {
    const { roles } = paletteFrom(lightColours);
    assert.equal(roles.lampRed.getHexString(), 'b90414');
    assert.equal(roles.lampGreen.getHexString(), '319761');
  });

  it('is calm where the colour of running is a grey', () => {
    assert.equal(paletteFrom(lightColours).calm, false);
    const states = ['#6c6f72', ...lightColours.states.slice(1)];
    assert.equal(paletteFrom({ ...lightColours, states }).calm, true);
  });

  it('takes the hue of the surface', () => {
    const blue = paletteFrom({ ...darkColours, surface: '#0d151f' });
    assert.ok(blue.roles.floor.b > blue.roles.floor.r * 2);
  });
});

it('OKLab and back is the same colour', () => {
  for (const hex of ['#b90414', '#319761', '#1b1b17', '#ffffff']) {
    const { r, g, b } = new Color(hex);
    const [red, green, blue] = linearOf(oklabOf(r, g, b));
    assert.equal(new Color(red, green, blue).getHexString(), hex.slice(1));
  }
});
