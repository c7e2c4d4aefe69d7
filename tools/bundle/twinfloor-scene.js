// The 3D workshop in one file, beside twinfloor.js: `<script type="module" src="twinfloor-scene.js">`.
export * from '@twinfloor/scene';
