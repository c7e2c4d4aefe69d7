import { expect } from 'chai';
import { Pace } from './pace.js';

const after = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

describe('Pace', () => {
  it('shows changes at once while they are few', async () => {
    let shown = 0;
    const pace = new Pace(() => shown++);
    for (let change = 1; change <= 4; change++) {
      pace.change();
      expect(shown).to.equal(change);
    }
  });

  it('shows the last of many changes, with few pictures in between', async () => {
    let value = 0;
    const shown: number[] = [];
    const pace = new Pace(() => shown.push(value));
    for (value = 0; value < 200; value++) {
      pace.change();
      if (value % 20 === 0) await after(1);
    }
    value = 200;
    pace.change();
    await after(300);
    expect(shown.at(-1)).to.equal(200);
    expect(shown.length).to.be.below(20);
  });

  it('shows nothing more after its end', async () => {
    let shown = 0;
    const pace = new Pace(() => shown++);
    for (let change = 0; change < 50; change++) pace.change();
    const before = shown;
    pace.end();
    await after(300);
    expect(shown).to.equal(before);
  });
});
