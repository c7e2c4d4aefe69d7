// The whole of it in one file, for `<script type="module" src="twinfloor.js">`: every element and every connector.
import { registerConnectors } from '@twinfloor/connectors';

export { startScenario } from '@twinfloor/connectors';
export * from '@twinfloor/core';
export * from '@twinfloor/core/workshop';
export * from '@twinfloor/elements';
// What twinfloor-scene.js, beside this file, is made with.
export * from '@twinfloor/elements/parts';

registerConnectors();
