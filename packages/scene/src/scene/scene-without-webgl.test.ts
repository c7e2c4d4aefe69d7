import { expect } from 'chai';
import './scene.js';
import { accessibilityProblems, parts, sampleSite, textOf, until } from './testing/sample-site.js';

describe('<twin-scene> without WebGL 2', () => {
  const { getContext } = HTMLCanvasElement.prototype;

  before(() => {
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string) {
      return kind === '2d' ? getContext.call(this, kind) : null;
    } as typeof getContext;
  });

  after(() => {
    HTMLCanvasElement.prototype.getContext = getContext;
    document.body.replaceChildren();
  });

  it('shows the floor plan and says so', async () => {
    const scene = document.createElement('twin-scene');
    scene.twin = sampleSite();
    document.body.append(scene);
    const options = () =>
      parts(scene, 'twin-floor-plan')[0]?.shadowRoot?.querySelectorAll('[role=option]').length ?? 0;
    await until(() => options() > 0, 'the floor plan');
    expect(textOf(parts(scene, '.note')[0])).to.equal(
      'This browser shows no 3D (WebGL 2 is missing): here is the floor plan.',
    );
    expect(parts(scene, 'canvas')).to.have.length(0);
    expect(await accessibilityProblems(scene)).to.deep.equal([]);
  });
});
