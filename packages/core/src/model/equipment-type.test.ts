import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { equipmentType, equipmentTypes } from './equipment-type.js';

describe('equipmentType()', () => {
  it('knows each of its own words', () => {
    for (const type of equipmentTypes) assert.equal(equipmentType(type), type);
  });

  it('takes a word however it is written', () => {
    for (const word of ['injection-moulder', 'Injection moulder', 'INJECTION_MOULDER']) {
      assert.equal(equipmentType(word), 'injectionMoulder');
    }
  });

  it('knows other words of the trade', () => {
    assert.equal(equipmentType('machining center'), 'machiningCentre');
    assert.equal(equipmentType('AGV'), 'vehicle');
    assert.equal(equipmentType('furnace'), 'oven');
  });

  it('takes what it does not know as generic', () => {
    for (const word of [undefined, '', 'constructor', 'teleporter']) {
      assert.equal(equipmentType(word), 'generic');
    }
  });
});
