import { sampleScene } from '#scene/three/testing/sample-scene.js';
import { observedRenderer } from '#scene/three/testing/sample-scene.js';
import { hallOf } from '../hall.js';

/** Our scene as on a page with a graphics card. */
export async function make(count) {
  const { workshop } = await sampleScene(hallOf(count), { quality: 'high' });
  const { renderer } = observedRenderer();
  return {
    context: renderer.context,
    change: (index, state) => workshop.setState(index, state),
    draw: (now) => workshop.frame(now),
  };
}
