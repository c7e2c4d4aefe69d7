import { expect } from 'chai';
import { coloursAt } from '../internal/colours.js';
import { clear, mount, settled, until } from '../testing/page.js';
import { sampleTwin } from '../testing/sample-twin.js';
import '../equipment/equipment.js';
import '../provider/provider.js';

function tile(): HTMLElement {
  const element = document.createElement('twin-equipment');
  element.equipment = 'mill-02';
  return element;
}

const colourOf = (element: Element, token: string) =>
  getComputedStyle(element).getPropertyValue(`--twin-color-${token}`);

describe('Themes', () => {
  afterEach(clear);

  it('stand side by side on one page, in style sheets and on canvases', async () => {
    const twin = sampleTwin();
    const [inDark, inControlRoom] = [tile(), tile()];
    const dark = await mount('twin-provider', { twin, theme: 'dark' }, inDark);
    const controlRoom = await mount('twin-provider', { twin, theme: 'control-room' }, inControlRoom);
    await until(() => colourOf(inDark, 'surface') === '#1e1d1b', 'the dark theme');
    await until(() => colourOf(inControlRoom, 'surface') === '#dcdee0', 'the theme of control rooms');
    await settled(inControlRoom);
    expect(coloursAt(dark).of('state-running')).to.equal('#4fb680');
    expect(coloursAt(controlRoom).of('state-running')).to.equal('#6c6f72');
  });

  it('bring the colours of figures too where no theme is set', async () => {
    const element = await mount('twin-equipment', { twin: sampleTwin(), equipment: 'mill-02' });
    await until(() => colourOf(element, 'loss-speed') !== '', 'the colours of figures');
    expect(colourOf(document.documentElement, 'alarm-1')).to.equal('#d60016');
  });

  it('for walls scale what is inside by the shorter side, or as the page says', async () => {
    const provider = await mount('twin-provider', { twin: sampleTwin(), theme: 'big-screen' }, tile());
    await until(() => colourOf(provider, 'page') === '#070d16', 'the theme of walls');
    const zoom = () => Number(getComputedStyle(provider).getPropertyValue('zoom'));
    expect(zoom()).to.equal(Math.max(1, Math.min(innerWidth, innerHeight) / 1080));
    provider.style.setProperty('--twin-scale', '2');
    expect(zoom()).to.equal(2);
  });
});
