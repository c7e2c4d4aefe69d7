import { expect } from 'chai';
import { accessibilityProblems, clear, mount, textOf } from '../testing/page.js';
import { sampleTwin } from '../testing/sample-twin.js';
import './production.js';

describe('<twin-production>', () => {
  afterEach(clear);

  it('is accessible with and without a workshop', async () => {
    const empty = await mount('twin-production');
    expect(await accessibilityProblems(empty)).to.deep.equal([]);
    const full = await mount('twin-production', { twin: sampleTwin(), equipment: 'press-04' });
    expect(await accessibilityProblems(full)).to.deep.equal([]);
  });

  it('says that it is not connected to a workshop', async () => {
    const element = await mount('twin-production');
    expect(textOf(element, '[part=text]')).to.equal('Not connected to a workshop.');
  });

  it('names an equipment that the workshop does not have', async () => {
    const element = await mount('twin-production', { twin: sampleTwin(), equipment: 'press-99' });
    expect(textOf(element, '[part=text]')).to.contain('press-99');
  });

  it('shows the state of its equipment', async () => {
    const element = await mount('twin-production', { twin: sampleTwin(), equipment: 'press-04' });
    expect(textOf(element, '[part=text]')).to.equal('Fault');
  });
});
