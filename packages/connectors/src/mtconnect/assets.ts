import type { Binding, ConnectorContext, EquipmentDetail } from '@twinfloor/core';
import type { AgentClient } from './agent-client.js';
import { assetDetails } from './asset-details.js';
import { type AssetNode, readAssets } from './assets-document.js';
import { dataItemsNamed } from './data-item-names.js';
import type { ProbeDevice } from './probe-document.js';
import type { StreamObservation } from './stream-observation.js';

/** Of so many assets something is told; what an agent has more of would not be looked at. */
const most = 200;

/** The tools, fixtures and files of an agent, told as details of the equipment that its device is bound to. */
export class Assets {
  /** Ids of the data items that say which assets changed. */
  readonly ids: readonly string[];
  readonly #context: ConnectorContext;
  readonly #client: AgentClient;
  readonly #devices: readonly ProbeDevice[];
  readonly #removedIds: ReadonlySet<string>;
  /** By equipment: what each of its assets says, by id. */
  readonly #told = new Map<string, Map<string, readonly EquipmentDetail[]>>();
  /** By uuid of the device. */
  readonly #equipment = new Map<string | undefined, string>();
  /** Questions are asked one after the other. */
  #asking: Promise<void> = Promise.resolve();

  constructor(
    context: ConnectorContext,
    client: AgentClient,
    devices: readonly ProbeDevice[],
    bindings: readonly Binding[],
  ) {
    this.#context = context;
    this.#client = client;
    this.#devices = devices;
    for (const { signal, from } of bindings) {
      const sources = typeof from === 'string' ? [from] : Object.values(from);
      for (const item of sources.flatMap((source) => dataItemsNamed(source.replace(/#.*/s, ''), devices))) {
        const uuid = devices.find(({ dataItems }) => dataItems.includes(item))?.uuid;
        // A device is told of where it was bound first.
        if (!this.#equipment.has(uuid)) this.#equipment.set(uuid, signal.slice(0, signal.indexOf('/')));
      }
    }
    const items = devices
      .filter(({ uuid }) => this.#equipment.has(uuid))
      .flatMap(({ dataItems }) => dataItems.filter(({ type }) => /^ASSET_(CHANGED|REMOVED)$/.test(type)));
    this.ids = items.map(({ id }) => id);
    this.#removedIds = new Set(items.filter(({ type }) => type === 'ASSET_REMOVED').map(({ id }) => id));
  }

  /** Reads all assets. Never rejects: what fails is refused. */
  readAll(): Promise<void> {
    return this.#ask('assets', () => {
      for (const told of this.#told.values()) told.clear();
    });
  }

  /** Takes what the agent said of its assets just now: asks for the one that changed. */
  take({ dataItemId, text }: StreamObservation): Promise<void> {
    if (!this.ids.includes(dataItemId) || !text || text === 'UNAVAILABLE') return this.#asking;
    if (!this.#removedIds.has(dataItemId)) return this.#ask(`asset/${encodeURIComponent(text)}`);
    for (const [equipment, told] of this.#told) if (told.delete(text)) this.#describe(equipment, told);
    return this.#asking;
  }

  #ask(request: string, onAnswer = (): void => {}): Promise<void> {
    this.#asking = this.#asking.then(async () => {
      const changed = new Set<string>();
      try {
        await this.#client.ask(request, {}, ({ text }) => {
          onAnswer();
          readAssets(text, (asset) => this.#keep(asset, changed));
        });
      } catch (error) {
        const found = error instanceof Error ? error.message : String(error);
        this.#context.refuse({ place: request, found: found.slice(0, 200), allowed: 'a document of assets' });
      }
      if (this.#context.signal.aborted) return;
      for (const [equipment, told] of this.#told)
        if (changed.has(equipment) || request === 'assets') this.#describe(equipment, told);
    });
    return this.#asking;
  }

  #keep(asset: AssetNode, changed: Set<string>): void {
    const { assetId, deviceUuid } = asset.attributes;
    const isOnly = this.#devices.length === 1 || this.#equipment.size === 1;
    const equipment =
      deviceUuid === undefined && isOnly ? [...this.#equipment.values()][0] : this.#equipment.get(deviceUuid);
    if (equipment === undefined) return;
    const told = this.#told.get(equipment) ?? new Map<string, readonly EquipmentDetail[]>();
    this.#told.set(equipment, told);
    if (told.size >= most && !told.has(assetId)) return;
    told.set(assetId, assetDetails(asset));
    changed.add(equipment);
  }

  #describe(equipment: string, told: ReadonlyMap<string, readonly EquipmentDetail[]>): void {
    this.#context.describe(equipment, [...told.values()].flat());
  }
}
