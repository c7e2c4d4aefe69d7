import { parseArgs } from 'node:util';

/** What was asked for on the command line. */
export interface Settings {
  readonly command: 'init' | 'start' | 'help';
  /** What stands behind the command: a source, or a workshop file. */
  readonly subject: string | undefined;
  /** Where the workshop file is written. */
  readonly out: string;
  readonly name: string | undefined;
  readonly broker: string | undefined;
  readonly agent: string | undefined;
  /** Milliseconds that a broker is listened to. */
  readonly patience: number;
  readonly port: number;
  readonly yes: boolean;
  readonly force: boolean;
  readonly start: boolean;
  readonly tryPorts: boolean;
  readonly login: boolean;
}

/** How it is used. */
export const usage = `twinfloor init [source]   writes a workshop file from what a source has
twinfloor start [file]    serves a page with a workshop file, default workshop.json

A source is
  ws://host:9001            an MQTT broker, over WebSocket: Sparkplug B, OPC UA PubSub JSON, plain topics
  http://host:5000          an MTConnect agent, a repository of Asset Administration Shells, a JSON document
  machines.csv              a table with one row per machine
  day.twinrec.jsonl         a recording, played as if it were now
  machine.aasx, shells.json Asset Administration Shells
  probe.xml                 an MTConnect device model

  --out FILE        where to write, default workshop.json
  --name TEXT       what the workshop is called
  --patience N      seconds to listen to a broker, default 10
  --broker URL      with a table that has a column of topics: the broker to listen to
  --agent URL       with a device model: the agent that it is of, default http://localhost:5000
  --try-ports       with mqtt://host: looks for WebSocket on the usual ports
  --yes             asks nothing
  --force           writes over a file that is there
  --start           serves a page with the file when it is written
  --login           the page asks for user name and password of the sources
  --port N          port of the page, default 8000 or the next free one

TWINFLOOR_USERNAME, TWINFLOOR_PASSWORD and TWINFLOOR_TOKEN are sent to the source. They are written nowhere.
`;

const options = {
  out: { type: 'string', default: 'workshop.json' },
  name: { type: 'string' },
  broker: { type: 'string' },
  agent: { type: 'string' },
  patience: { type: 'string', default: '10' },
  port: { type: 'string', default: '8000' },
  yes: { type: 'boolean', default: false, short: 'y' },
  force: { type: 'boolean', default: false },
  start: { type: 'boolean', default: false },
  login: { type: 'boolean', default: false },
  'try-ports': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false, short: 'h' },
} as const;

/**
 * Reads the command line.
 *
 * @throws {RangeError} if something in it is not known; the message says what is allowed
 */
export function readSettings(parameters: readonly string[]): Settings {
  const { values, positionals } = parsed(parameters);
  const [command = 'help', subject, ...more] = positionals;
  if (values.help || command === 'help') return settingsOf('help', undefined, values);
  if (command !== 'init' && command !== 'start')
    throw new RangeError(`invalid command: ${command}, allowed: init, start, help`);
  if (more.length > 0) throw new RangeError(`invalid parameter: ${more[0]}, allowed: one source or file`);
  return settingsOf(command, subject, values);
}

function parsed(parameters: readonly string[]) {
  try {
    return parseArgs({ args: [...parameters], options, allowPositionals: true });
  } catch (error) {
    throw new RangeError(`${(error as Error).message}\ntwinfloor help tells what is allowed`);
  }
}

function settingsOf(
  command: Settings['command'],
  subject: string | undefined,
  values: ReturnType<typeof parsed>['values'],
): Settings {
  const { out, name, broker, agent, yes, force, start, login, 'try-ports': tryPorts } = values;
  const patience = numberOf('patience', values.patience, 0.1, 3600) * 1000;
  const port = numberOf('port', values.port, 0, 65_535);
  return { command, subject, out, name, broker, agent, patience, port, yes, force, start, login, tryPorts };
}

function numberOf(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= least && value <= most) return value;
  throw new RangeError(`invalid --${name}: ${text}, allowed: ${least} to ${most}`);
}
