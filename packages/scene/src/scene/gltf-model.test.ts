import { expect } from 'chai';
import { loadGltf, requiredExtensions } from './gltf-model.js';
import './scene.js';
import {
  frames,
  mountScene,
  parts,
  sampleSite,
  textOf,
  until,
  watchWorkshops,
  workshops,
} from './testing/sample-site.js';

/** A triangle of one metre. */
function triangle(more: object = {}): object {
  const bytes = new Float32Array([0, 0, 0, 1, 0, 0, 0, 1, 0]);
  const data = btoa(String.fromCharCode(...new Uint8Array(bytes.buffer)));
  return {
    asset: { version: '2.0' },
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0 }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0 } }] }],
    accessors: [
      { bufferView: 0, componentType: 5126, count: 3, type: 'VEC3', min: [0, 0, 0], max: [1, 1, 0] },
    ],
    bufferViews: [{ buffer: 0, byteLength: 36 }],
    buffers: [{ byteLength: 36, uri: `data:application/octet-stream;base64,${data}` }],
    ...more,
  };
}

describe('glTF models', () => {
  const { fetch } = window;
  let endWatching: () => void;

  beforeEach(() => {
    endWatching = watchWorkshops();
    const files: Readonly<Record<string, string>> = {
      '/models/plain.gltf': JSON.stringify(triangle()),
      '/models/packed.gltf': JSON.stringify(triangle({ extensionsRequired: ['KHR_draco_mesh_compression'] })),
      '/models/broken.gltf': 'no model',
    };
    window.fetch = async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input, location.href);
      const text = files[url.pathname];
      return text === undefined ? fetch(input, init) : new Response(text);
    };
  });

  afterEach(() => {
    window.fetch = fetch;
    document.body.replaceChildren();
    endWatching();
  });

  it('stand in the place of the model of the type', async () => {
    await mountScene({ twin: sampleSite() });
    const { y } = workshops[0].project(1);
    document.body.replaceChildren();
    const scene = await mountScene({ twin: sampleSite({ model: '/models/plain.gltf' }) });
    // A triangle of a metre is lower than a lathe.
    await until(() => workshops[1].project(1).y > y + 2, 'the model');
    await frames(2);
    expect(parts(scene, '.note').map(textOf)).to.deep.equal([]);
  });

  it('that need a decoder are named with it, and the model of the type stands in', async () => {
    const scene = await mountScene({ twin: sampleSite({ model: '/models/packed.gltf' }) });
    await until(() => parts(scene, '.note').length > 0, 'the sentence');
    expect(textOf(parts(scene, '.note')[0])).to.equal(
      '1 machine is shown with the plain model of its type. packed.gltf needs the Draco decoder, which is not included.',
    );
  });

  it('that cannot be read, are missing or lie on another site are a problem, not an error', async () => {
    expect(await loadGltf('/models/broken.gltf')).to.have.property('reason', 'unreadable');
    expect(await loadGltf('/models/nowhere.glb')).to.have.property('reason', 'unreadable');
    expect(await loadGltf('https://example.org/a.glb')).to.have.property('reason', 'elsewhere');
  });

  it('tell what they need in the binary form too', () => {
    const text = new TextEncoder().encode('{"extensionsRequired":["EXT_meshopt_compression"]}  ');
    const data = new ArrayBuffer(20 + text.length);
    const view = new DataView(data);
    view.setUint32(0, 0x46546c67, true);
    view.setUint32(12, text.length, true);
    new Uint8Array(data).set(text, 20);
    expect(requiredExtensions(data)).to.deep.equal(['EXT_meshopt_compression']);
  });
});
