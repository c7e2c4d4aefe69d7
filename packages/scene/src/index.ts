export { TwinScene } from './scene/scene.js';
