import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Finds a program by one of its names on the PATH, and in the folders where Debian keeps servers.
 *
 * @param {...string} names
 * @returns {string | undefined}
 */
export function programPath(...names) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  for (const name of names) {
    for (const folder of folders) {
      const file = join(folder, process.platform === 'win32' ? `${name}.exe` : name);
      if (folder !== '' && executable(file)) return file;
    }
  }
  return undefined;
}

/**
 * Finds a browser for tests: what CHROMIUM or CHROME_PATH names, else an installed Chromium or Chrome.
 *
 * @returns {string | undefined}
 * @throws {Error} if CHROMIUM or CHROME_PATH names something that is not there
 */
export function chromiumPath() {
  for (const name of ['CHROMIUM', 'CHROME_PATH']) {
    const named = process.env[name];
    if (!named) continue;
    if (!executable(named))
      throw new Error(`invalid ${name}: ${named}, allowed: the path of a Chromium or Chrome`);
    return named;
  }
  const found = programPath(
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'chrome',
  );
  return found ?? usualPlaces().find(executable);
}

/** The flags a test browser needs: root has no sandbox, a build server has no graphics card. */
export const chromiumFlags = Object.freeze([
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
]);

/** Whether a font with Chinese glyphs is installed. Only Linux can be without. */
export function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const list = programPath('fc-list');
  if (list !== undefined) return execFileSync(list, [':lang=zh'], { encoding: 'utf8' }).trim() !== '';
  // A small Debian has fonts without fontconfig's programs.
  const known = /wqy|cjk|sourcehan|droidsansfallback/i;
  return ['/usr/share/fonts', '/usr/local/share/fonts'].some(
    (folder) =>
      existsSync(folder) && readdirSync(folder, { recursive: true }).some((name) => known.test(name)),
  );
}

/** Whether this is Debian (or a child of it) with the right to install. */
export function mayInstall() {
  return (
    existsSync('/etc/debian_version') && programPath('apt-get') !== undefined && process.getuid?.() === 0
  );
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    const homes = ['', process.env.HOME ?? ''];
    return homes.flatMap((home) => [
      `${home}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome`,
      `${home}/Applications/Chromium.app/Contents/MacOS/Chromium`,
      `${home}/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge`,
    ]);
  }
  if (process.platform === 'win32') {
    const homes = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    return homes.flatMap((home) =>
      home
        ? [
            `${home}\\Google\\Chrome\\Application\\chrome.exe`,
            `${home}\\Microsoft\\Edge\\Application\\msedge.exe`,
          ]
        : [],
    );
  }
  return ['/opt/google/chrome/chrome', '/snap/bin/chromium', '/usr/lib/chromium/chromium'];
}

function executable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
