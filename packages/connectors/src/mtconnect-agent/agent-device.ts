import type { DataItem } from '../mtconnect/probe-document.js';
import { type DeviceModel, modelFromDocument, modelFromSignals } from './device-model.js';
import { Player } from './player.js';
import {
  type AgentRecording,
  readRecording,
  type RecordedSignal,
  type RecordedValue,
  unavailable,
} from './recording.js';
import { readShdr } from '../replay/shdr.js';

/** A device to serve. Its observations come from a recording, from a log, or are pushed. */
export interface AgentDeviceOptions {
  readonly name: string;
  /** Default: that of the model, else the name. */
  readonly uuid?: string;
  /** The text of a recording in our own format (`*.twinrec.jsonl`). */
  readonly recording?: string;
  /** The text of an adapter's log in SHDR. */
  readonly shdr?: string;
  /** Without a recording: what can be pushed. */
  readonly signals?: readonly RecordedSignal[];
  /** An MTConnectDevices document that describes the device. Default: made from the signals. */
  readonly model?: string;
  /** The moment of its recording that falls on the agent's start, ISO 8601. Default: as for the agent. */
  readonly position?: string;
}

const nothing: AgentRecording = { signals: [], from: 0, to: 0, times: [], signalIndexes: [], values: [] };

/** A device of the agent: its model beside its recording. */
export class AgentDevice {
  readonly model: DeviceModel;
  readonly recording: AgentRecording;
  /** Moment of the recording that falls on the start, milliseconds since the epoch. */
  readonly position: number | undefined;
  /** By position of the signal in the recording; `undefined`: the model does not have it. */
  readonly #items: readonly (DataItem | undefined)[];
  #player: Player | undefined;

  /** @throws {RangeError} if an option is wrong */
  constructor(options: AgentDeviceOptions, position: string | undefined) {
    const { name, uuid, recording, shdr, signals = [], model } = options;
    if (shdr !== undefined) this.recording = readShdr(shdr);
    else this.recording = recording === undefined ? { ...nothing, signals } : readRecording(recording);
    this.model = model
      ? modelFromDocument(model, name, uuid)
      : modelFromSignals(this.recording.signals, name, uuid);
    this.#items = this.recording.signals.map((signal) => this.item(signal.name));
    this.position = positionOf(options.position ?? position);
  }

  /** The data item that an adapter would call by this key. */
  item(key: string): DataItem | undefined {
    return this.model.dataItems.find(({ id, name }) => name === key || id === key);
  }

  /** Makes ready to play. */
  prepare(shift: number, loop: boolean): void {
    this.#player = new Player(this.recording, { shift, loop });
  }

  /** The beginning of the round of the recording that a time belongs to. */
  roundStart(time: number): number {
    return this.recording.times.length > 0 ? this.#player!.roundStart(time) : time;
  }

  /** Goes to a time and gives what each data item says then. */
  seek(time: number, onValue: (item: DataItem, value: RecordedValue) => void): void {
    const said = new Map<DataItem, readonly RecordedValue[]>();
    this.#player!.seek(time).forEach((values, signal) => {
      const item = this.#items[signal];
      if (item && values.length > 0) said.set(item, values);
    });
    for (const item of this.model.dataItems) {
      for (const value of said.get(item) ?? [unavailable]) onValue(item, fitting(item, value));
    }
  }

  /** Gives what was recorded until a time. */
  play(until: number, onValue: (item: DataItem, time: number, value: RecordedValue) => void): void {
    this.#player!.play(until, (signal, time, value) => {
      const item = this.#items[signal];
      if (item) onValue(item, time, fitting(item, value));
    });
  }
}

/** A value in the form of the category: where a recording knew a condition only as a word, it is a level. */
function fitting(item: DataItem, value: RecordedValue): RecordedValue {
  if (item.category === 'CONDITION') return typeof value === 'object' ? value : { level: 'unavailable' };
  return typeof value === 'object' ? unavailable : value;
}

function positionOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new RangeError(`invalid position: ${text}, allowed: a time in ISO 8601`);
  return time;
}
