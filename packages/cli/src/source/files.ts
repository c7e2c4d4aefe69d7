import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Discovery, type DiscoveryOptions } from '@twinfloor/core';
import { discoverAasFile } from '@twinfloor/connectors/aas/discover';
import { discoverMtconnect } from '@twinfloor/connectors/mtconnect/discover';
import { parseRecording } from '@twinfloor/connectors/replay';
import { discoverRecording } from './recording.js';

/**
 * Proposes what a file of Asset Administration Shells holds.
 *
 * @param address - by which the page will read it
 */
export async function discoverShells(path: string, address: string): Promise<Discovery> {
  return discoverAasFile(new Uint8Array(await readFile(path)), address);
}

/**
 * Proposes what a recording holds.
 *
 * @param address - by which the page will read it
 * @throws {RangeError} if it is no recording
 */
export async function discoverRecordingFile(path: string, address: string): Promise<Discovery> {
  const text = await readFile(path, 'utf8');
  return discoverRecording(parseRecording(text.slice(0, (text + '\n').indexOf('\n'))).head, address);
}

/**
 * Proposes what a saved answer of an MTConnect agent to `probe` holds, by answering it as the agent would.
 *
 * @param agent - address of the agent whose answer it is
 * @throws {Error} if it is no device model
 */
export async function discoverDeviceModel(
  path: string,
  agent: string,
  options: DiscoveryOptions,
): Promise<Discovery> {
  const document = await readFile(path);
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/xml' }).end(document);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const found = await discoverMtconnect({ url: `http://127.0.0.1:${port}` }, options);
    return { ...found, connector: { ...found.connector, url: agent } };
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/http:\/\/127\.0\.0\.1:\d+\S*/g, path) : error;
    throw new Error(String(why), { cause: error });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
