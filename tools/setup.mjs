// `node tools/setup.mjs`: sees to what the tests need beside Node: a browser, an MQTT broker, a Chinese font.
import { pathToFileURL } from 'node:url';
import { chromiumPath, hasChineseFont, mayInstall, programPath } from './internal/programs.mjs';
import { run } from './internal/run.mjs';

const needs = [
  { name: 'Chromium or Chrome', debian: 'chromium', present: () => chromiumPath() !== undefined },
  { name: 'mosquitto', debian: 'mosquitto', present: () => programPath('mosquitto') !== undefined },
  { name: 'a font with Chinese glyphs', debian: 'fonts-wqy-microhei', present: hasChineseFont },
];

/**
 * Installs what is missing on Debian as root. Elsewhere it says in one sentence what to install and goes on:
 * the tests that need it fail, all others run.
 */
export async function setup() {
  let missing = needs.filter(({ present }) => !present());
  if (missing.length > 0 && mayInstall()) {
    const packages = missing.map(({ debian }) => debian);
    console.log(`installing ${packages.join(', ')} (apt-get)`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const quiet = true;
    const updated = await run('apt-get', ['update', '-q'], { env, quiet });
    const install = ['install', '-y', '-q', '--no-install-recommends', ...packages];
    const installed = updated.code === 0 ? await run('apt-get', install, { env, quiet }) : updated;
    if (installed.code !== 0) console.log(installed.output);
    missing = needs.filter(({ present }) => !present());
  }
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(', ');
  const packages = missing.map(({ debian }) => debian).join(' ');
  console.log(
    `To run every test, install ${names} (Debian: sudo apt-get install ${packages}), or name a browser in CHROMIUM.`,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await setup();
