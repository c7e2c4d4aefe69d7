import { access, writeFile } from 'node:fs/promises';
import { provideCredentials } from '@twinfloor/connectors';
import { servePage } from './page/server.js';
import { propose, sourceFor } from './proposal.js';
import { Questions } from './questions.js';
import { counted, reportOf } from './report.js';
import { readSettings, type Settings, usage } from './settings.js';
import { sourceAllowed } from './source/source.js';
import { workshopFile } from './workshop-file.js';

/**
 * What `twinfloor` does on the command line.
 *
 * @param parameters - what stands behind it
 * @returns the exit code: 0, or 1 where something could not be done and a sentence on standard error says why
 */
export async function main(parameters: readonly string[]): Promise<number> {
  const end = new AbortController();
  const stop = (): void => end.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const settings = readSettings(parameters);
    if (settings.command === 'help') process.stdout.write(usage);
    else if (settings.command === 'start')
      await start(settings.subject ?? 'workshop.json', settings, end.signal);
    else await init(settings, end.signal);
    return 0;
  } catch (error) {
    if (end.signal.aborted) return 130;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

async function init(settings: Settings, signal: AbortSignal): Promise<void> {
  const { out, force, yes } = settings;
  if (!force && (await isThere(out)))
    throw new Error(`${out} is there already: --out names another file, --force writes over it`);
  takeCredentials();
  const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const questions = isTerminal && !yes ? new Questions(signal) : undefined;
  try {
    if (!(await write(settings, signal, questions))) return;
  } finally {
    questions?.end();
  }
  if (settings.start) await start(out, settings, signal);
  else
    process.stdout.write(
      `npx twinfloor start${out === 'workshop.json' ? '' : ` ${out}`} opens a page with it\n`,
    );
}

/** @returns whether the file was written: a person may say no */
async function write(settings: Settings, signal: AbortSignal, questions?: Questions): Promise<boolean> {
  const { out, force, patience } = settings;
  const subject =
    settings.subject ?? (await questions?.ask(`Where do the data come from? ${sourceAllowed}\n> `)) ?? '';
  if (subject === '') throw new Error(`a source is missing, allowed: ${sourceAllowed}`);
  const source = await sourceFor(subject, settings, signal);
  process.stdout.write(`looking at ${'url' in source ? source.url : source.path}\n`);
  const proposal = await propose(source, settings, { signal, patience });
  signal.throwIfAborted();
  process.stdout.write(reportOf(proposal));
  const given = settings.name ?? (await questions?.ask(`What is the workshop called? (${proposal.name}) `));
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const { text, refusals } = workshopFile(proposal.parts, { name: given || proposal.name, timeZone });
  for (const { place, found, allowed } of refusals)
    process.stdout.write(`left out: ${place}: found ${found}, allowed: ${allowed}\n`);
  const answer = (await questions?.ask(`Write ${out}? (yes) `)) ?? '';
  if (/^(n|否|不)/i.test(answer)) return false;
  await writeFile(out, text, { flag: force ? 'w' : 'wx' });
  const { equipment, connectors } = proposal.parts;
  const machines = equipment.filter(({ level }) => level === 'workUnit').length;
  process.stdout.write(
    `${out} is written: ${counted(machines, 'machine')}, ${counted(connectors.length, 'connector')}\n`,
  );
  return true;
}

async function start(file: string, { port, login }: Settings, signal: AbortSignal): Promise<void> {
  if (!(await isThere(file))) throw new Error(`${file} is not there: twinfloor init writes one`);
  const page = await servePage(file, { port, login });
  process.stdout.write(`the workshop is at ${page.url}, Ctrl+C ends it\n`);
  if (!signal.aborted) await new Promise((done) => signal.addEventListener('abort', done, { once: true }));
  await page.close();
}

/** The connectors ask for them before each connection; nothing else sees them. */
function takeCredentials(): void {
  const { TWINFLOOR_USERNAME: username, TWINFLOOR_PASSWORD: password, TWINFLOOR_TOKEN: token } = process.env;
  const given = { ...(username && { username }), ...(password && { password }), ...(token && { token }) };
  provideCredentials(() => (Object.keys(given).length > 0 ? given : undefined));
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
