import { type Material, Mesh, type Object3D, Texture } from 'three';

/** Gives back what an object from a file holds: geometries, materials and the textures in them. */
export function disposeObject(object: Object3D): void {
  object.traverse((part) => {
    if (!(part instanceof Mesh)) return;
    part.geometry.dispose();
    for (const material of [part.material].flat() as Material[]) {
      for (const value of Object.values(material)) if (value instanceof Texture) value.dispose();
      material.dispose();
    }
  });
}
