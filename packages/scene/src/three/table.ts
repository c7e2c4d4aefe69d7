import { Color, Mesh, PlaneGeometry, ShaderMaterial } from 'three';
import type { SceneFloor, SiteBounds } from './layout.js';
import type { Palette } from './palette.js';
import { slabs, tableFragment, tableVertex } from './table.glsl.js';

/** How far the table reaches beyond the site, in metres. */
const reach = 80;

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
        count: { value: Math.min(slabs, floors.length) },
      },
      vertexShader: tableVertex,
      fragmentShader: tableFragment,
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
