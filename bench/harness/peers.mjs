import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('..', import.meta.url));

/** Installs the peers into `bench/node_modules` when they are missing. The SDK itself never depends on them. */
export function installPeers() {
  if (existsSync(`${folder}node_modules/echarts/package.json`)) return;
  console.log('installing the peers into bench/node_modules …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['ci', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'inherit',
    shell: npm !== 'npm',
  });
}
