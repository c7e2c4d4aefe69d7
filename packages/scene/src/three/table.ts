import { Color, Mesh, PlaneGeometry, ShaderMaterial } from 'three';
import type { SceneFloor, SiteBounds } from './layout.js';
import type { Palette } from './palette.js';

/** How far the table reaches beyond the site, in metres. */
const reach = 80;

/** Slabs whose shadow the table shows; a site with more is shown the shadow of the first ones. */
const slabs = 8;

/** The table that the model stands on, with the soft shadow of its slabs, fading into the page. */
export class Table {
  readonly mesh: Mesh<PlaneGeometry, ShaderMaterial>;

  constructor(floors: readonly SceneFloor[], site: SiteBounds) {
    const [width, depth] = [site.right - site.left, site.far - site.near];
    const geometry = new PlaneGeometry(width + reach * 2, depth + reach * 2).rotateX(-Math.PI / 2);
    geometry.translate(0, -0.82, 0);
    const boxes = new Float32Array(slabs * 4);
    floors.slice(0, slabs).forEach((floor, i) => {
      const x = (floor.x ?? 0) + floor.width / 2 - (site.left + site.right) / 2;
      const z = (site.near + site.far) / 2 - (floor.y ?? 0) - floor.depth / 2;
      boxes.set([x, z, floor.width / 2, floor.depth / 2], i * 4);
    });
    const material = new ShaderMaterial({
      name: 'table',
      uniforms: {
        near: { value: new Color() },
        far: { value: new Color() },
        ink: { value: new Color() },
        boxes: { value: boxes },
      },
      vertexShader: `varying vec2 at;
        void main() {
          at = position.xz;
          gl_Position = projectionMatrix * viewMatrix * vec4(position, 1.);
        }`,
      fragmentShader: `uniform vec3 near, far, ink;
        uniform vec4 boxes[${slabs}];
        varying vec2 at;
        float outside(vec2 q) { return length(max(q, 0.)) + min(max(q.x, q.y), 0.); }
        void main() {
          float shade = 0., edge = 1e3;
          for (int i = 0; i < ${Math.max(1, Math.min(slabs, floors.length))}; i++) {
            vec4 box = boxes[i];
            float s = outside(abs(at - box.xy - vec2(.8, -.6)) - box.zw);
            edge = min(edge, s);
            shade = max(shade, pow(1. - smoothstep(-.5, 5., s), 2.2));
          }
          vec3 ground = mix(near, far, smoothstep(0., 42., edge));
          gl_FragColor = vec4(mix(ground, ink, .42 * shade), 1.);
          #include <colorspace_fragment>
        }`,
    });
    this.mesh = new Mesh(geometry, material);
    this.mesh.frustumCulled = this.mesh.matrixAutoUpdate = false;
    this.mesh.name = 'table';
  }

  /** Paints with another palette. */
  setPalette({ table, background, shadow }: Palette): void {
    const { near, far, ink } = this.mesh.material.uniforms;
    near.value.copy(table);
    far.value.copy(background);
    ink.value.copy(shadow);
  }

  /** Gives geometry and material back. */
  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}
