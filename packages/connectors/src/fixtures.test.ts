import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Not a test: the name keeps it out of the package. The recorded data of other people are not in this repository.
const root =
  process.env.TWINFLOOR_FIXTURES ?? fileURLToPath(new URL('../../../../shared/fixtures', import.meta.url));

/** Whether the folder with recorded data is there. A suite that needs it says so once and registers nothing. */
export const haveFixtures = existsSync(root);
if (!haveFixtures) console.log(`no recorded data in ${root}: tests over them are left out`);

/** The text of a recorded file, e.g. `mtconnect/facts.json`. */
export function fixture(path: string): string {
  return readFileSync(`${root}/${path}`, 'utf8');
}
