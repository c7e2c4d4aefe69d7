import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Beside the repository; this file runs from `packages/connectors/dist/testing`. */
const besideRepository = fileURLToPath(new URL('../../../../../shared/fixtures', import.meta.url));
const folder = process.env['TWINFLOOR_FIXTURES'] ?? besideRepository;

/**
 * Registers tests over recorded data. Says in one line if the data is not there, and registers none then.
 *
 * @param suite - the name of the suite, for that line
 */
export function fixtures(suite: string, register: () => void): void {
  if (existsSync(folder)) register();
  else console.log(`${suite}: no data, set TWINFLOOR_FIXTURES to the folder of fixtures`);
}

/**
 * The text of a recorded file.
 *
 * @param path - within the folder of fixtures, e.g. `mtconnect/facts.json`
 */
export function fixture(path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

/** The bytes of a recorded file. */
export function fixtureBytes(path: string): Uint8Array {
  return new Uint8Array(readFileSync(join(folder, path)));
}
