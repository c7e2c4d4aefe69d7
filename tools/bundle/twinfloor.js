// The whole of it in one file, for `<script type="module" src="twinfloor.js">`: every element and every connector.
import { registerConnectors } from '@twinfloor/connectors';

export { provideCredentials, shareConnections, startScenario } from '@twinfloor/connectors';
export * from '@twinfloor/core';
export * from '@twinfloor/core/alarms';
export * from '@twinfloor/core/requests';
export * from '@twinfloor/core/workshop';
export * from '@twinfloor/elements';
// What twinfloor-scene.js, beside this file, is made with: one Lit a page, and one policy for trusted types.
export * from '@twinfloor/elements/parts';
export { css, html, LitElement, nothing } from 'lit';
export { property, state } from 'lit/decorators.js';
export { repeat } from 'lit/directives/repeat.js';

registerConnectors();
