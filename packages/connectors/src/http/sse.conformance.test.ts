import type { ServerResponse } from 'node:http';
import { test } from 'node:test';
import type { Binding, ConnectorSettings } from '@twinfloor/core';
import { connectorConformance, type Emission, type Rig } from '@twinfloor/core/conformance';
import { failingServer } from '../testing/failing-server.js';
import { sse } from './sse.js';

const bindings: readonly Binding[] = [
  { signal: 'mill/power', from: 'energy#/electric/watts', unit: 'W' },
  { signal: 'mill/program', from: '/program' },
  { signal: 'mill/state', from: 'execution', vocabulary: 'mtconnect' },
];

/** A stream whose events have ids; a client that names the last one it has gets those after it, or not. */
async function startWith(resumes: boolean): Promise<Rig> {
  const events: string[] = [];
  const open = new Set<ServerResponse>();
  const server = await failingServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': hello\n\n');
    const last = request.headers['last-event-id'];
    if (resumes && last !== undefined) response.write(events.slice(Number(last) + 1).join(''));
    open.add(response);
    response.on('close', () => open.delete(response));
  });
  const say = (text: string): void => {
    const event = `id: ${events.length}\n${text}\n\n`;
    events.push(event);
    for (const response of open) response.write(event);
  };
  const entry = (settings: Record<string, unknown>): ConnectorSettings => ({
    type: 'sse',
    id: 'sse-1',
    bindings,
    settings,
  });
  return {
    factory: sse,
    settings: entry({ url: server.url, resumes }),
    signals: { 'mill/power': 'number', 'mill/program': 'text', 'mill/state': 'state' },
    source: { speaks: 'live', canBeLost: true, refills: resumes, repeats: true, followsDemand: false },
    wrongSettings: {
      url: entry({ url: 'ws://server' }),
      heartbeat: entry({ url: server.url, heartbeat: 0 }),
      events: entry({ url: server.url, events: 'energy' }),
      resumes: entry({ url: server.url, resumes: 'yes' }),
      'payload.value': entry({ url: server.url, payload: { value: 'v' } }),
    },
    async emit(emissions) {
      for (const emission of emissions) say(eventOf(emission));
    },
    cut: () => server.close(),
    restore: () => server.listen(),
    async garbage() {
      say('data: {"program": ');
      say('data: {"other": 1}');
      say('event: energy\ndata: {"electric": {"watts": "many"}}');
      say('event: execution\ndata: {"value": "DANCING", "time": "yesterday"}');
      return 4;
    },
    stop: () => server.close(),
  };
}

function eventOf({ signal, time, value }: Emission): string {
  if (signal === 'mill/power') {
    return `event: energy\ndata: ${JSON.stringify({ time, electric: { watts: Number(value) * 1000 } })}`;
  }
  if (signal === 'mill/program')
    return `data: {"program": ${JSON.stringify(value)},\ndata: "timestamp": ${time}}`;
  return `event: execution\ndata: ${JSON.stringify({ time, value: value === 'running' ? 'ACTIVE' : 'READY' })}`;
}

const suites = [
  { name: 'sse,', start: () => startWith(false) },
  { name: 'sse, resumed,', start: () => startWith(true) },
];
for (const suite of suites) {
  for (const { title, run } of await connectorConformance(suite)) test(title, run);
}
