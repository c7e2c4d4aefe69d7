import {
  BufferAttribute,
  CustomBlending,
  InstancedBufferGeometry,
  type IUniform,
  Mesh,
  OneFactor,
  OneMinusSrcAlphaFactor,
  ShaderMaterial,
  type ShaderMaterialParameters,
} from 'three';
import type { Hall, InstanceValue } from './hall.js';
import { plateFragment, plateVertex, signFragment, signVertex } from './marks.glsl.js';
import type { Uniforms } from './uniforms.js';

/** The plates below all machines of a hall: one draw, four vertices a machine. */
export function plates(hall: Hall, uniforms: Uniforms): Mesh {
  const corners = [-1, 0, -1, 1, 0, -1, 1, 0, 1, -1, 0, 1];
  const values: InstanceValue[] = ['place', 'stretch', 'status', 'extent', 'heat'];
  return marks(hall, uniforms, corners, [0, 2, 1, 0, 3, 2], values, {
    name: 'plates',
    vertexShader: plateVertex,
    fragmentShader: plateFragment,
    polygonOffset: true,
    polygonOffsetFactor: -2,
    polygonOffsetUnits: -2,
  });
}

/** The signs and alarms above all machines of a hall, and the glow of their lamps: one draw, 16 vertices a machine. */
export function signs(hall: Hall, uniforms: Uniforms): Mesh {
  const corners = [0, 1, 2, 3].flatMap((z) => [-1, -1, z, 1, -1, z, 1, 1, z, -1, 1, z]);
  const index = [0, 4, 8, 12].flatMap((i) => [i, i + 1, i + 2, i, i + 2, i + 3]);
  const values: InstanceValue[] = ['place', 'stretch', 'status', 'extent', 'lamp'];
  return marks(hall, uniforms, corners, index, values, {
    name: 'signs',
    vertexShader: signVertex,
    fragmentShader: signFragment,
  });
}

function marks(
  hall: Hall,
  uniforms: Uniforms,
  corners: number[],
  index: number[],
  values: InstanceValue[],
  parameters: ShaderMaterialParameters,
): Mesh {
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(corners), 3));
  geometry.setIndex(index);
  geometry.instanceCount = hall.count;
  for (const name of values) geometry.setAttribute(name, hall.attribute(name));
  const material = new ShaderMaterial({
    uniforms: uniforms as unknown as Record<string, IUniform>,
    transparent: true,
    depthWrite: false,
    premultipliedAlpha: true,
    blending: CustomBlending,
    blendSrc: OneFactor,
    blendDst: OneMinusSrcAlphaFactor,
    ...parameters,
  });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = mesh.matrixAutoUpdate = false;
  return mesh;
}
