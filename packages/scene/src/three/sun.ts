import { DirectionalLight, HemisphereLight, Vector3 } from 'three';
import type { Palette } from './palette.js';

const corner = new Vector3();

/** Where the light comes from: the front left, above. Shadows fall away from the viewer. */
const direction = [-0.42, 0.82, 0.66] as const;

/**
 * The light of a scene: the sky, and one sun with a shadow. On an upward face the two add up to pi, so that white paper
 * in the sun is just white and a token keeps its colour.
 */
export class Sun {
  readonly sun = new DirectionalLight();
  readonly sky = new HemisphereLight();

  /**
   * @param width - of the site, in metres
   * @param depth - of the site, in metres
   * @param shadows - whether things cast a shadow
   */
  constructor(width: number, depth: number, shadows: boolean) {
    const { sun } = this;
    const side = Math.max(width, depth);
    sun.position.fromArray(direction).multiplyScalar(side);
    sun.castShadow = shadows;
    if (shadows) this.#cast(width, depth, side);
    for (const light of [sun, sun.target, this.sky]) {
      light.matrixAutoUpdate = false;
      light.updateMatrix();
      light.updateMatrixWorld();
    }
  }

  /** Lights with another palette. */
  setPalette({ dark, sky, ground }: Palette): void {
    this.sky.color.copy(sky);
    this.sky.groundColor.copy(ground);
    this.sky.intensity = dark ? 1.35 : 1.42;
    this.sun.color.set(dark ? '#fff6ea' : '#fffaf2');
    this.sun.intensity = dark ? 1.9 : 2.3;
    this.sun.shadow.intensity = dark ? 0.75 : 0.85;
  }

  /** Gives the shadow map back. */
  dispose(): void {
    this.sun.dispose();
    this.sky.dispose();
  }

  /** Spans the shadow map tightly over the site. */
  #cast(width: number, depth: number, side: number): void {
    const { shadow } = this.sun;
    const { camera } = shadow;
    shadow.mapSize.setScalar(side > 90 ? 4096 : 2048);
    shadow.radius = 2.2;
    shadow.bias = -0.0004;
    shadow.normalBias = 0.03;
    camera.position.copy(this.sun.position);
    camera.lookAt(0, 0, 0);
    camera.updateMatrixWorld(true);
    const low = new Vector3(Infinity, Infinity, Infinity);
    const high = new Vector3(-Infinity, -Infinity, -Infinity);
    for (const x of [-width / 2, width / 2]) {
      for (const z of [-depth / 2, depth / 2]) {
        for (const y of [-1, 6]) {
          corner.set(x, y, z).applyMatrix4(camera.matrixWorldInverse);
          low.min(corner);
          high.max(corner);
        }
      }
    }
    camera.left = low.x;
    camera.right = high.x;
    camera.bottom = low.y;
    camera.top = high.y;
    camera.near = -high.z - 1;
    camera.far = -low.z + 1;
    camera.updateProjectionMatrix();
  }
}
