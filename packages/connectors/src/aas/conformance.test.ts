import { test } from 'node:test';
import type { Binding, ConnectorSettings } from '@twinfloor/core';
import { connectorConformance, type Emission, type Rig } from '@twinfloor/core/conformance';
import { aasServer, type AasServer, type Json } from '../testing/aas-server.js';
import { aas } from './index.js';

const interval = 20;
const shell = { id: 'urn:mill', submodels: [{ keys: [{ type: 'Submodel', value: 'urn:data' }] }] };

function property(idShort: string, value: string | number, valueType = 'xs:string', meaning?: string): Json {
  const semanticId = meaning && { keys: [{ type: 'GlobalReference', value: meaning }] };
  return { modelType: 'Property', idShort, valueType, value: String(value), semanticId };
}

function collection(idShort: string, value: readonly Json[]): Json {
  return { modelType: 'SubmodelElementCollection', idShort, value };
}

function entry(
  url: string,
  bindings: readonly Binding[],
  settings: Record<string, unknown> = {},
): ConnectorSettings {
  return { type: 'aas', id: 'aas-1', bindings, settings: { url, interval, ...settings } };
}

function wrongSettings(url: string, bindings: readonly Binding[]): Rig['wrongSettings'] {
  return {
    url: entry('ws://127.0.0.1', bindings),
    registry: { ...entry(url, bindings), settings: { registry: 7 } },
    interval: entry(url, bindings, { interval: 1 }),
    timeout: entry(url, bindings, { timeout: '1 s' }),
    equipment: entry(url, bindings, { equipment: [] }),
    hosts: entry(url, bindings, { hosts: 'all' }),
    time: entry(url, bindings, { time: 1 }),
  };
}

/** Serves elements as a submodel, and says after `serve` that the connector has asked for them. */
class Served {
  readonly server: AasServer;
  #isUp = true;

  static async start(): Promise<Served> {
    return new Served(await aasServer({ assetAdministrationShells: [shell] }));
  }

  constructor(server: AasServer) {
    this.server = server;
    this.elements = [];
  }

  set elements(submodelElements: readonly Json[]) {
    const submodel = { modelType: 'Submodel', id: 'urn:data', idShort: 'Data', submodelElements };
    this.server.environment = { assetAdministrationShells: [shell], submodels: [submodel] };
  }

  /** Resolves when the values were asked for anew, or soon when nobody asks. */
  async asked(): Promise<void> {
    if (!this.#isUp) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, 10 * interval);
      // An answer that was under way may have been made before.
      this.server.onAnswer = (path) => {
        if (!path.endsWith('/$value')) return;
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async cut(): Promise<void> {
    this.#isUp = false;
    await this.server.close();
  }

  async restore(): Promise<void> {
    this.#isUp = true;
    await this.server.listen();
  }
}

/** Values that are there until the next ones come. */
async function startValues(): Promise<Rig> {
  const served = await Served.start();
  const { url } = served.server;
  const bindings: readonly Binding[] = [
    { signal: 'mill/power', from: 'Data/Power.Value', unit: 'W' },
    { signal: 'mill/program', from: 'urn:data/Program.Value' },
    { signal: 'mill/state', from: 'Data/Execution.Value', vocabulary: 'mtconnect' },
  ];
  const names: Readonly<Record<string, string>> = {
    'mill/power': 'Power',
    'mill/program': 'Program',
    'mill/state': 'Execution',
  };
  const groups = new Map<string, Json>();
  const show = (): void => void (served.elements = [...groups.values()]);
  return {
    factory: aas,
    settings: entry(url, bindings, { time: 'Time' }),
    signals: { 'mill/power': 'number', 'mill/program': 'text', 'mill/state': 'state' },
    source: { speaks: 'live', canBeLost: true, refills: false, repeats: false, followsDemand: false },
    wrongSettings: wrongSettings(url, bindings),
    async emit(emissions) {
      for (const { signal, time, value } of emissions) {
        const name = names[signal];
        const word =
          name === 'Power'
            ? Number(value) * 1000
            : name === 'Program'
              ? value
              : value === 'running'
                ? 'ACTIVE'
                : 'READY';
        const type = name === 'Power' ? 'xs:double' : 'xs:string';
        groups.set(
          name,
          collection(name, [
            property('Value', word, type),
            property('Time', new Date(time).toISOString(), 'xs:dateTime'),
          ]),
        );
        show();
        await served.asked();
      }
    },
    async garbage() {
      const before = [...groups];
      groups.set('Power', collection('Power', [property('Value', 'many', 'xs:double')]));
      groups.set('Program', { ...property('Program', '7'), valueType: 'xs:string' });
      groups.set('Execution', collection('Execution', [property('Value', 'DANCING')]));
      show();
      await served.asked();
      for (const [name, group] of before) groups.set(name, group);
      return 3;
    },
    cut: () => served.cut(),
    restore: () => served.restore(),
    stop: () => served.server.close(),
  };
}

/** A time series, which keeps what was. */
async function startRecords(): Promise<Rig> {
  const served = await Served.start();
  const { url } = served.server;
  const bindings: readonly Binding[] = [
    { signal: 'mill/power', from: 'Data/Records[].power', unit: 'W' },
    { signal: 'mill/program', from: 'Data/Records[].program' },
    { signal: 'mill/state', from: 'Data/Records[].execution', vocabulary: 'mtconnect' },
    { signal: 'mill/conditions', from: 'Data/Records[].oil' },
  ];
  const variables: Readonly<Record<string, string>> = {
    'mill/power': 'power',
    'mill/program': 'program',
    'mill/state': 'execution',
    'mill/conditions': 'oil',
  };
  const time = (at: number | string): Json =>
    property(
      'Time',
      typeof at === 'string' ? at : new Date(at).toISOString(),
      'xs:dateTime',
      'https://admin-shell.io/idta/TimeSeries/UtcTime/1/1',
    );
  const record: Json = collection('Record', [time('')]);
  const records: Json[] = [];
  const show = (): void => {
    const segment = collection('InternalSegment', [collection('Records', records)]);
    served.elements = [collection('Metadata', [record]), collection('Segments', [segment])];
  };
  show();
  const add = (at: number | string, variable: string, value: string | number): void => {
    records.push(
      collection(`Record${records.length}`, [
        time(at),
        property(variable, value, typeof value === 'number' ? 'xs:double' : 'xs:string'),
      ]),
    );
  };
  return {
    factory: aas,
    settings: entry(url, bindings),
    signals: {
      'mill/power': 'number',
      'mill/program': 'text',
      'mill/state': 'state',
      'mill/conditions': 'condition',
    },
    source: { speaks: 'live', canBeLost: true, refills: true, repeats: true, followsDemand: false },
    wrongSettings: wrongSettings(url, bindings),
    async emit(emissions: readonly Emission[]) {
      for (const { signal, time: at, value } of emissions) {
        const variable = variables[signal];
        const states = value === 'running' ? 'ACTIVE' : 'READY';
        add(
          at,
          variable,
          variable === 'power' ? Number(value) * 1000 : variable === 'execution' ? states : value,
        );
      }
      show();
      await served.asked();
    },
    async garbage() {
      add('yesterday', 'power', 1);
      add(Date.now(), 'power', 'many');
      add(Date.now(), 'execution', 'DANCING');
      show();
      await served.asked();
      records.splice(-3);
      return 3;
    },
    cut: () => served.cut(),
    restore: () => served.restore(),
    stop: () => served.server.close(),
  };
}

const suites = [
  { name: 'aas, values,', start: startValues },
  { name: 'aas, records of a time series,', start: startRecords },
];
for (const suite of suites) {
  for (const { title, run } of await connectorConformance(suite)) test(title, run);
}
