import type { Binding, ConnectorContext } from '@twinfloor/core';
import type { AgentClient } from './agent-client.js';
import type { Assets } from './assets.js';
import type { ProbeDevice } from './probe-document.js';

/** Loads how assets are read, where a device tells of them; `undefined` where none does. */
export async function loadAssets(
  context: ConnectorContext,
  client: AgentClient,
  devices: readonly ProbeDevice[],
  bindings: readonly Binding[],
): Promise<Assets | undefined> {
  if (!devices.some(({ dataItems }) => dataItems.some(({ type }) => type === 'ASSET_CHANGED')))
    return undefined;
  const { Assets } = await import('./assets.js');
  return new Assets(context, client, devices, bindings);
}
