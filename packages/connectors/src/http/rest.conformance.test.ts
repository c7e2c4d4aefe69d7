import { test } from 'node:test';
import type { Binding, ConnectorSettings } from '@twinfloor/core';
import { connectorConformance, type Rig } from '@twinfloor/core/conformance';
import { failingServer } from '../testing/failing-server.js';
import { rest } from './rest.js';

const bindings: readonly Binding[] = [
  { signal: 'mill/power', from: 'watts', unit: 'W' },
  { signal: 'mill/program', from: 'program' },
  { signal: 'mill/state', from: 'execution', vocabulary: 'mtconnect' },
  { signal: 'mill/conditions', from: 'oil' },
];
const names: Readonly<Record<string, string>> = {
  'mill/power': 'watts',
  'mill/program': 'program',
  'mill/state': 'execution',
  'mill/conditions': 'oil',
};

/** A server that tells the latest observations, at most a hundred, as a list. */
async function start(): Promise<Rig> {
  let items: unknown[] = [];
  const server = await failingServer((_, response) => {
    const text = JSON.stringify({ data: items });
    response.writeHead(200, { 'content-type': 'application/json' }).end(text);
  });
  const payload = { items: '/data', signal: '/tag', value: '/v', time: '/t' };
  const entry = (settings: Record<string, unknown>): ConnectorSettings => ({
    type: 'rest',
    id: 'rest-1',
    bindings,
    settings,
  });
  return {
    factory: rest,
    settings: entry({ url: server.url, interval: 10, payload }),
    signals: {
      'mill/power': 'number',
      'mill/program': 'text',
      'mill/state': 'state',
      'mill/conditions': 'condition',
    },
    source: { speaks: 'live', canBeLost: true, refills: false, repeats: true, followsDemand: false },
    wrongSettings: {
      url: entry({ url: 'ftp://server' }),
      interval: entry({ url: server.url, interval: 1.5 }),
      timeout: entry({ url: server.url, timeout: 'long' }),
      method: entry({ url: server.url, method: 'DELETE' }),
      'payload.items': entry({ url: server.url, payload: { items: 'data' } }),
    },
    async emit(emissions) {
      for (const { signal, time, value } of emissions)
        items.push({ tag: names[signal], t: time, v: valueOf(signal, value) });
      items = items.slice(-100);
    },
    cut: () => server.close(),
    restore: () => server.listen(),
    async garbage() {
      const t = Date.now();
      const wrong = [
        { tag: 'watts', t, v: 'many' },
        { tag: 'watts', t: 'yesterday', v: 1 },
        { tag: 'unbound', t, v: 1 },
        7,
      ];
      items.push(...wrong, { tag: 'execution', t, v: 'DANCING' });
      return 5;
    },
    stop: () => server.close(),
  };
}

function valueOf(signal: string, value: number | string): unknown {
  if (signal === 'mill/power') return Number(value) * 1000;
  if (signal === 'mill/state') return value === 'running' ? 'ACTIVE' : 'READY';
  return signal === 'mill/conditions' ? { level: value } : value;
}

for (const { title, run } of await connectorConformance({ name: 'rest', start })) test(title, run);
