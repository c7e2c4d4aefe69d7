import assert from 'node:assert/strict';
import { afterEach } from 'node:test';
import type { Binding, ConnectorSettings, EquipmentDetail } from '@twinfloor/core';
import { ConformanceContext } from '@twinfloor/core/conformance';
import { aas } from '../aas/index.js';
import { type AasServer, aasServer, type Json, type ServedEnvironment } from './aas-server.js';

type Ends = () => unknown;

/** What is ended after each test, last first. */
export const ends: Ends[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A running connector, and what it told. */
export class Running {
  readonly context: ConformanceContext;
  /** So much later it is than by the clock on the wall, in milliseconds. */
  ahead = 0;
  readonly details = new Map<string, readonly EquipmentDetail[]>();

  constructor(settings: Record<string, unknown>, bindings: readonly Binding[] = []) {
    this.context = new ConformanceContext({
      signals: {
        'press-01/power': 'number',
        'press-02/power': 'number',
        'press-03/power': 'number',
        'press-01/program': 'text',
      },
      now: () => Date.now() + this.ahead,
    });
    this.context.describe = (equipment, details) => void this.details.set(equipment, details);
    const entry: ConnectorSettings = {
      type: 'aas',
      id: 'aas-1',
      bindings,
      settings: { interval: 10, ...settings },
    };
    const running = aas(entry).run(this.context);
    ends.push(() => {
      this.context.abort();
      return running;
    });
  }

  async reached(state: string): Promise<void> {
    const last = (): string => this.context.statuses.at(-1)?.state ?? '';
    for (const begin = Date.now(); last() !== state; await new Promise((resolve) => setTimeout(resolve, 5))) {
      const seen = JSON.stringify(this.context.statuses);
      assert.ok(Date.now() - begin < 5_000, `waited for ${state}, found ${seen}`);
    }
  }

  /** Resolves when so many looks at the source were finished. */
  async waited(looks: number): Promise<void> {
    const { confirmations } = this.context;
    // A look is confirmed before segments are read: the next one is after that.
    for (const begin = Date.now(); this.context.confirmations < confirmations + looks;) {
      assert.ok(Date.now() - begin < 5_000, 'nobody looks at the source any more');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  get values(): [string, unknown][] {
    return this.context.rows.map(({ signal, value }) => [signal, value]);
  }
}

/** A part of an environment. */
export function property(idShort: string, value: string, valueType = 'xs:string'): Json {
  return { modelType: 'Property', idShort, valueType, value };
}

/** A part of an environment. */
export function submodel(id: string, idShort: string, ...submodelElements: Json[]): Json {
  return { modelType: 'Submodel', id, idShort, submodelElements };
}

/** A part of an environment. */
export function shell(id: string, ...ids: string[]): Json {
  return {
    id,
    submodels: ids.map((value) => ({ type: 'ModelReference', keys: [{ type: 'Submodel', value }] })),
  };
}

/** A repository on this machine. */
export async function repository(environment: ServedEnvironment): Promise<AasServer> {
  const server = await aasServer(environment);
  ends.push(() => server.close());
  return server;
}

/** Five shells, so that the list has three pages; each has a nameplate and operational data of the same names. */
export const presses: ServedEnvironment = {
  assetAdministrationShells: [1, 2, 3, 4, 5].map((n) =>
    shell(`urn:press:${n}`, `urn:plate:${n}`, `urn:data:${n}`),
  ),
  submodels: [1, 2, 3, 4, 5].flatMap((n) => [
    submodel(`urn:plate:${n}`, 'Nameplate', property('SerialNumber', `SN-${n}`), {
      modelType: 'File',
      idShort: 'CompanyLogo',
      contentType: 'image/png',
      value: '/aasx/logo.png',
    }),
    submodel(`urn:data:${n}`, 'OperationalData', property('Power', `${n}000`, 'xs:double')),
  ]),
};

export function collection(idShort: string, value: Json[]): Json {
  return { modelType: 'SubmodelElementCollection', idShort, value };
}
