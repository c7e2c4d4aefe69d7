import {
  BoxGeometry,
  DynamicDrawUsage,
  InstancedBufferGeometry,
  InstancedInterleavedBuffer,
  InterleavedBufferAttribute,
  Mesh,
  PerspectiveCamera,
  Scene,
  ShaderMaterial,
  WebGLRenderer,
  Color,
} from 'three';
import { raster } from '../hall.js';

const colours = [0x319761, 0x2878c0, 0x958628, 0xb90414, 0x51504c].map((value) => new Color(value));
const vertexShader = `
attribute vec3 place;
attribute float status;
uniform vec3 colours[10];
varying vec3 colour;
void main() {
  colour = colours[int(status)] * (.4 + .6 * max(0., dot(normal, normalize(vec3(.4, 1., .3)))));
  gl_Position = projectionMatrix * viewMatrix * vec4(position + place, 1.);
}`;
const fragmentShader = 'varying vec3 colour; void main() { gl_FragColor = vec4(colour, 1.); }';

/**
 * The least that three can do: boxes with a place and one byte of state each, coloured by an own shader without light,
 * fog or depth of anything else, in as many draws as asked for.
 */
export async function make(count, draws) {
  const renderer = new WebGLRenderer({ antialias: true });
  renderer.setSize(320, 200);
  renderer.sortObjects = false;
  const scene = new Scene();
  scene.matrixWorldAutoUpdate = false;
  const side = Math.ceil(Math.sqrt(count));
  const camera = new PerspectiveCamera(40, 1.6, 1, 5000);
  camera.position.set(0, side * raster, side * raster);
  camera.lookAt(0, 0, 0);
  camera.updateMatrixWorld();
  const places = new Float32Array(count * 3);
  for (let index = 0; index < count; index++)
    places.set([(index % side) * raster, 0, Math.floor(index / side) * raster], index * 3);
  const status = new Uint8Array(count);
  const placeBuffer = new InstancedInterleavedBuffer(places, 3);
  const statusBuffer = new InstancedInterleavedBuffer(status, 1);
  statusBuffer.setUsage(DynamicDrawUsage);
  const box = new BoxGeometry(3, 2.4, 2);
  const uniforms = { colours: { value: [...colours, ...colours] } };
  const material = new ShaderMaterial({ uniforms, vertexShader, fragmentShader });
  const perDraw = Math.ceil(count / draws);
  for (let first = 0; first < count; first += perDraw) {
    const geometry = new InstancedBufferGeometry();
    geometry.index = box.index;
    geometry.setAttribute('position', box.attributes.position);
    geometry.setAttribute('normal', box.attributes.normal);
    geometry.setAttribute('place', new InterleavedBufferAttribute(placeBuffer, 3, first * 3));
    geometry.setAttribute('status', new InterleavedBufferAttribute(statusBuffer, 1, first));
    geometry.instanceCount = Math.min(perDraw, count - first);
    const mesh = new Mesh(geometry, material);
    mesh.frustumCulled = mesh.matrixAutoUpdate = false;
    scene.add(mesh);
  }
  return {
    context: renderer.getContext(),
    change: (index, state) => (status[index] = state),
    draw() {
      statusBuffer.needsUpdate = true;
      renderer.render(scene, camera);
    },
  };
}
