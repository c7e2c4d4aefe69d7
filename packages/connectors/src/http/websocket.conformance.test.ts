import { test } from 'node:test';
import type { Binding, ConnectorSettings } from '@twinfloor/core';
import { connectorConformance, type Emission, type Rig } from '@twinfloor/core/conformance';
import { NodeTextSocket, socketServer } from '../testing/socket-server.js';
import { FrameEncoder } from './frame-encoder.js';
import { websocketWith } from './websocket.js';

const signals = {
  'mill/power': 'number',
  'mill/program': 'text',
  'mill/state': 'state',
  'mill/conditions': 'condition',
} as const;

/** A server that says each observation in a message of its own, or all of them in frames. */
async function startWith(
  bindings: readonly Binding[],
  write: (emissions: readonly Emission[], send: (text: string) => void) => void,
): Promise<Rig> {
  const server = await socketServer();
  const entry = (settings: Record<string, unknown>): ConnectorSettings => ({
    type: 'websocket',
    id: 'ws-1',
    bindings,
    settings,
  });
  return {
    factory: websocketWith({ socket: NodeTextSocket }),
    settings: entry({ url: server.url }),
    signals,
    source: { speaks: 'live', canBeLost: true, refills: false, repeats: true, followsDemand: false },
    wrongSettings: {
      url: entry({ url: 'http://server' }),
      heartbeat: entry({ url: server.url, heartbeat: 1 }),
      login: entry({ url: server.url, login: 7 }),
      subscribe: entry({ url: server.url, subscribe: 'all' }),
      ping: entry({ url: server.url, ping: [] }),
      'payload.worth': entry({ url: server.url, payload: { worth: '/v' } }),
    },
    async emit(emissions) {
      write(emissions, (text) => server.send(text));
    },
    cut: () => server.close(),
    restore: () => server.listen(),
    async garbage() {
      server.send('{"power": ');
      server.send('{"mill/power": "many"}\nno line of JSON\n7');
      server.send(new Uint8Array([1, 2, 3]));
      server.send('{"signals": ["mill/power"], "signal": [0, 1], "time": [1, 2], "value": [3]}');
      return 5;
    },
    stop: () => server.close(),
  };
}

const bindings: readonly Binding[] = [
  { signal: 'mill/power', from: '/electric/watts', unit: 'W' },
  { signal: 'mill/program', from: '/program' },
  { signal: 'mill/state', from: '/execution', vocabulary: 'mtconnect' },
  { signal: 'mill/conditions', from: '/oil' },
];

function messageOf({ signal, time, value }: Emission): string {
  if (signal === 'mill/power') return JSON.stringify({ time, electric: { watts: Number(value) * 1000 } });
  if (signal === 'mill/program') return JSON.stringify({ time, program: value });
  if (signal === 'mill/conditions') return JSON.stringify({ time, oil: { level: value } });
  return JSON.stringify({ time, execution: value === 'running' ? 'ACTIVE' : 'READY' });
}

const suites = [
  {
    name: 'websocket, by pointer,',
    start: () =>
      startWith(bindings, (emissions, send) => emissions.forEach((emission) => send(messageOf(emission)))),
  },
  {
    name: 'websocket, by address,',
    start: () =>
      startWith([{ signal: 'mill/power', from: 'P1' }], (emissions, send) => {
        const items = emissions.map(({ signal, time, value }) => ({
          signal: signal === 'mill/power' ? 'P1' : signal,
          time: new Date(time).toISOString(),
          value,
        }));
        send(JSON.stringify(items.slice(0, 3)));
        send(
          items
            .slice(3)
            .map((item) => JSON.stringify(item))
            .join('\n'),
        );
      }),
  },
  {
    name: 'websocket, batched frames,',
    start: () =>
      startWith([{ signal: 'mill/power', from: 'P1' }], (emissions, send) => {
        const frames = new FrameEncoder();
        for (const { signal, time, value } of emissions)
          frames.add(signal === 'mill/power' ? 'P1' : signal, time, value);
        send(frames.take());
      }),
  },
];
for (const suite of suites) {
  for (const { title, run } of await connectorConformance(suite)) test(title, run);
}
