import { readFile } from 'node:fs/promises';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import type { Discovery, DiscoveryOptions } from '@twinfloor/core';
import { discoverBroker, findSocket } from './source/broker.js';
import { discoverDeviceModel, discoverRecordingFile, discoverShells } from './source/files.js';
import { allowsPages, discoverHttp } from './source/http.js';
import { plainMqttHost, type Source, sourceOf } from './source/source.js';
import { discoverTopics } from './source/table.js';
import type { Settings } from './settings.js';
import { readMachineTable } from './table/machine-table.js';
import { together, type WorkshopParts } from './workshop-parts.js';

/** What a source has to offer for a workshop file. */
export interface Proposal {
  readonly parts: WorkshopParts;
  /** What a person should know or do, in sentences. */
  readonly notes: readonly string[];
  /** A name for the workshop, where nobody gave one. */
  readonly name: string;
}

/**
 * Tells what is to be looked at; with `--try-ports` the WebSocket of a broker of plain MQTT is looked for.
 *
 * @throws {Error} if it is nothing that can be; the message is for people
 */
export async function sourceFor(
  subject: string,
  { tryPorts }: Settings,
  signal: AbortSignal,
): Promise<Source> {
  const host = tryPorts ? plainMqttHost(subject) : undefined;
  return sourceOf(host === undefined ? subject : await findSocket(host, signal));
}

/**
 * Looks at a source.
 *
 * @throws {Error} if it cannot be read; the message is for people
 */
export async function propose(
  source: Source,
  settings: Settings,
  options: DiscoveryOptions,
): Promise<Proposal> {
  if (source.kind === 'broker') {
    return proposed(await discoverBroker(source.url, options), nameOfHost(source.url));
  }
  if (source.kind === 'http') {
    const found = await discoverHttp(source.url, options);
    const allowed = await allowsPages(source.url, options.signal);
    const note = `${source.url} does not let pages of other hosts read it: it has to send Access-Control-Allow-Origin, or stand behind the server of the page`;
    return proposed([found], nameOfHost(source.url), allowed === false ? [note] : []);
  }
  const { path, kind } = source;
  const name = basename(path).replace(/(\.twinrec)?\.\w+$/, '');
  if (kind === 'table') return fromTable(path, name, settings, options);
  if (kind === 'deviceModel') {
    const { agent = 'http://localhost:5000' } = settings;
    const note = `the file does not tell where its agent is: ${agent} is written, --agent names another`;
    const found = await discoverDeviceModel(path, agent, options);
    return proposed([found], name, settings.agent === undefined ? [note] : []);
  }
  const address = addressFor(path, settings.out);
  return proposed(
    [await (kind === 'shells' ? discoverShells(path, address) : discoverRecordingFile(path, address))],
    name,
  );
}

async function fromTable(
  path: string,
  name: string,
  { broker }: Settings,
  options: DiscoveryOptions,
): Promise<Proposal> {
  const table = readMachineTable(new Uint8Array(await readFile(path)));
  const notes = table.mistakes.map(({ line, column, found, allowed }) => {
    const place = column === undefined ? `line ${line}` : `line ${line}, column ${column}`;
    return `${place}: found "${found}", allowed: ${allowed}`;
  });
  if (broker !== undefined && table.topics.size > 0)
    return proposed([await discoverTopics(table, broker, options)], name, notes);
  if (table.topics.size > 0) notes.push('the topics are used with --broker ws://…');
  const parts = { equipment: table.equipment, signals: [], connectors: [], refusals: [] };
  return { parts, notes, name };
}

function proposed(discoveries: readonly Discovery[], name: string, notes: readonly string[] = []): Proposal {
  return { parts: together(discoveries), notes, name };
}

/** The name of a host, where it has one that says something. */
function nameOfHost(url: string): string {
  const { hostname } = new URL(url);
  return /^[\d.]+$|^\[|^localhost$/.test(hostname) ? 'Workshop' : hostname;
}

/** The address of a file for a page with the workshop file: both in one folder, or the one below. */
function addressFor(path: string, out: string): string {
  const way = relative(dirname(resolve(out)), resolve(path));
  if (way.startsWith('..') || resolve(way) === way) {
    throw new Error(
      `${path} is read by the page, so it has to stand beside ${out} or in a folder there: move it, or say --out`,
    );
  }
  return way.split(sep).join('/');
}
