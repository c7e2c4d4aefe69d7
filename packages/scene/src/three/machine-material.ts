import { type IUniform, type Material, MeshDepthMaterial, MeshLambertMaterial } from 'three';
import {
  beginning,
  coverage,
  emission,
  fragmentHead,
  hatching,
  occlusion,
  painting,
  moving,
  shadowBeginning,
} from './machine.glsl.js';
import type { Uniforms } from './uniforms.js';

type Stage = 'vertexShader' | 'fragmentShader';

/** Chunks of a shader of three and what stands in their place. */
type Changes = readonly (readonly [stage: Stage, chunk: string, code: string])[];

/**
 * One material for every type of machine and for the building. Some chunks of three's Lambert are replaced, so that
 * its lights, shadows, fog and colour management stay.
 */
export function machineMaterial(uniforms: Uniforms, antialiased: boolean): Material {
  uniforms.dots.value = antialiased ? 0 : 1;
  return changed(new MeshLambertMaterial({ alphaToCoverage: antialiased }), 'machine', uniforms, [
    ['vertexShader', 'common', `#include <common>\n${painting}`],
    ['vertexShader', 'beginnormal_vertex', beginning],
    ['vertexShader', 'begin_vertex', ''],
    ['fragmentShader', 'common', `#include <common>\n${fragmentHead}`],
    ['fragmentShader', 'color_fragment', coverage],
    ['fragmentShader', 'emissivemap_fragment', emission],
    ['fragmentShader', 'aomap_fragment', occlusion],
    ['fragmentShader', 'opaque_fragment', hatching],
  ]);
}

/** The same placing and moving for the shadow map. */
export function shadowMaterial(uniforms: Uniforms): Material {
  return changed(new MeshDepthMaterial(), 'machine shadow', uniforms, [
    ['vertexShader', 'common', `#include <common>\n${moving}`],
    ['vertexShader', 'begin_vertex', shadowBeginning],
  ]);
}

function changed<M extends Material>(material: M, name: string, uniforms: Uniforms, changes: Changes): M {
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, uniforms as unknown as Record<string, IUniform>);
    for (const [stage, chunk, code] of changes)
      shader[stage] = shader[stage].replace(`#include <${chunk}>`, code);
  };
  // Scenes share the compiled program: it depends on the name, not on the uniforms.
  material.customProgramCacheKey = () => name;
  return material;
}
