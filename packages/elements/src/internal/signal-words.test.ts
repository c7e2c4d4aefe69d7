import { expect } from 'chai';
import { languageAt } from './language.js';
import { signalDigits, signalLabel } from './signal-words.js';

describe('signalLabel()', () => {
  const language = languageAt(document.body);

  it('is the label of the workshop file, else the word for a standard signal, else the name', () => {
    expect(signalLabel({ name: 'oil', kind: 'number', label: { en: 'Oil', zh: '油' } }, language)).to.equal(
      'Oil',
    );
    expect(signalLabel({ name: 'cycleTime', kind: 'number' }, language)).to.equal('Cycle time');
    expect(signalLabel({ name: 'oil', kind: 'number' }, language)).to.equal('oil');
  });
});

describe('signalDigits()', () => {
  it('gives power, energy, pieces, per cent and degrees the digits that they have everywhere', () => {
    expect([signalDigits(41.23, 'kW'), signalDigits(412.3, 'kW')]).to.deep.equal([1, 0]);
    expect([signalDigits(5, 'kWh'), signalDigits(5, 'pcs')]).to.deep.equal([0, 0]);
    expect([signalDigits(5, '%'), signalDigits(1450, '°C')]).to.deep.equal([1, 1]);
  });

  it('gives other values three digits in all, and whole numbers without a unit none after the point', () => {
    expect([0.1234, 12.34, 123.4, -123.4].map((value) => signalDigits(value, 'bar'))).to.deep.equal([
      2, 1, 0, 0,
    ]);
    expect([signalDigits(7), signalDigits(7.5)]).to.deep.equal([0, 2]);
  });
});
