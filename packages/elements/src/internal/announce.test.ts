import { expect } from 'chai';
import { announce } from './announce.js';
import { onAppearanceChange } from './appearance.js';

describe('announce()', () => {
  it('does not make elements look for their language anew with each sentence', async () => {
    announce('one', 'en');
    await new Promise(requestAnimationFrame);
    let changes = 0;
    const end = onAppearanceChange(() => changes++);
    announce('two', 'en');
    await new Promise(requestAnimationFrame);
    expect(changes).to.equal(0);
    expect(document.querySelector('body > [role=status]')?.textContent).to.equal('two');
    end();
  });
});
