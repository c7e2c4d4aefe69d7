import type { Object3D } from 'three';
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import { disposeObject } from '../three/dispose-object.js';

/** A model that was read. */
export interface GltfModel {
  readonly model: Object3D;
  /** Gives it back if it is not shown. */
  dispose(): void;
}

/** Why a model cannot be shown. */
export interface ModelProblem {
  readonly reason: 'decoder' | 'elsewhere' | 'unreadable';
  /** The decoder that the file needs. */
  readonly decoder?: string;
  readonly error?: unknown;
}

/** Decoders that a file may ask for, by extension. None is included: each is a program of some hundred kilobytes. */
const decoders: Readonly<Record<string, string>> = {
  KHR_draco_mesh_compression: 'Draco',
  EXT_meshopt_compression: 'Meshopt',
  KHR_meshopt_compression: 'Meshopt',
  KHR_texture_basisu: 'KTX2 (Basis Universal)',
};

/**
 * Reads a glTF file, `.glb` or `.gltf`, of the page's own site. What it needs beside it, as buffers and pictures, is asked for from
 * where it lies.
 */
export async function loadGltf(file: string): Promise<GltfModel | ModelProblem> {
  try {
    const url = new URL(file, document.baseURI);
    if (url.origin !== location.origin) return { reason: 'elsewhere' };
    const response = await fetch(url);
    if (!response.ok) return { reason: 'unreadable', error: new Error(`${response.status} ${url.pathname}`) };
    const data = await response.arrayBuffer();
    const decoder = requiredExtensions(data)
      .map((name) => decoders[name])
      .find(Boolean);
    if (decoder) return { reason: 'decoder', decoder };
    const { scene } = await new GLTFLoader().parseAsync(data, new URL('.', url).href);
    return { model: scene, dispose: () => disposeObject(scene) };
  } catch (error) {
    return { reason: 'unreadable', error };
  }
}

const binaryMagic = 0x46546c67;

/**
 * The extensions without which a file cannot be read.
 *
 * @throws {SyntaxError} if it is no glTF file
 */
export function requiredExtensions(data: ArrayBuffer): readonly string[] {
  const view = new DataView(data);
  const isBinary = data.byteLength >= 20 && view.getUint32(0, true) === binaryMagic;
  // The first chunk of the binary form is the description.
  const bytes = isBinary ? new Uint8Array(data, 20, view.getUint32(12, true)) : new Uint8Array(data);
  const description = JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  const { extensionsRequired } = (description ?? {}) as { extensionsRequired?: unknown };
  return Array.isArray(extensionsRequired) ? extensionsRequired.map(String) : [];
}
