import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';
import type { SocketConstructor } from '../internal/mqtt/socket.js';
import { Publisher } from './mqtt-publisher.js';
import { freePort, reachable } from './ports.js';

/** A WebSocket for Node before 22. */
export const NodeSocket = WebSocket as unknown as SocketConstructor;

const program = ['/usr/sbin/mosquitto', '/usr/local/sbin/mosquitto', '/opt/homebrew/sbin/mosquitto'].find(
  existsSync,
);

/** What a broker asks of those who come by WebSocket; by plain TCP everybody may come. */
export interface MosquittoOptions {
  /** TLS with a certificate of its own making. */
  readonly tls?: boolean;
  /** The only one who may come. */
  readonly user?: { readonly username: string; readonly password: string };
  /** Further lines for the WebSocket listener. */
  readonly lines?: readonly string[];
}

/** A mosquitto of its own on free ports of this machine, with WebSocket and plain TCP. */
export class Mosquitto {
  readonly #folder = mkdtempSync(join(tmpdir(), 'twinfloor-mosquitto-'));
  readonly #tcp: number;
  readonly #ws: number;
  readonly #options: MosquittoOptions;
  #process: ChildProcess | undefined;

  private constructor(tcp: number, ws: number, options: MosquittoOptions) {
    this.#tcp = tcp;
    this.#ws = ws;
    this.#options = options;
    const { tls = false, user, lines: more = [] } = options;
    const lines = [
      'per_listener_settings true',
      'max_queued_messages 0',
      'set_tcp_nodelay true',
      ...(process.getuid?.() === 0 ? ['user root'] : []),
      `listener ${tcp} 127.0.0.1`,
      'allow_anonymous true',
      `listener ${ws} 127.0.0.1`,
      'protocol websockets',
      `allow_anonymous ${!user}`,
      ...(user ? [`password_file ${this.#passwords(user.username, user.password)}`] : []),
      ...(tls ? this.#certificate() : []),
      ...more,
    ];
    writeFileSync(join(this.#folder, 'mosquitto.conf'), `${lines.join('\n')}\n`);
  }

  static async start(options: MosquittoOptions = {}): Promise<Mosquitto> {
    const broker = new Mosquitto(await freePort(), await freePort(), options);
    await broker.start();
    return broker;
  }

  get url(): string {
    return `${this.#options.tls ? 'wss' : 'ws'}://127.0.0.1:${this.#ws}`;
  }

  /** The certificate by which the broker can be known, with `tls`. */
  get certificate(): Buffer {
    return readFileSync(join(this.#folder, 'broker.crt'));
  }

  get port(): number {
    return this.#tcp;
  }

  get webSocketPort(): number {
    return this.#ws;
  }

  async start(): Promise<void> {
    if (!program) throw new Error('mosquitto is not installed: on Debian, `apt-get install mosquitto`');
    const running = spawn(program, ['-c', join(this.#folder, 'mosquitto.conf')], { stdio: 'ignore' });
    this.#process = running;
    // A test that is broken off leaves no broker behind.
    const end = (): void => void running.kill('SIGKILL');
    process.once('exit', end);
    running.once('exit', () => process.off('exit', end));
    await Promise.all([reachable(this.#tcp), reachable(this.#ws)]);
  }

  /** Ends the broker as a power cut would; subscriptions and retained messages are gone. */
  async kill(): Promise<void> {
    const running = this.#process;
    this.#process = undefined;
    if (!running || running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGKILL');
    await ended;
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  publisher(): Promise<Publisher> {
    return Publisher.connect(this.#tcp);
  }

  #passwords(username: string, password: string): string {
    const file = join(this.#folder, 'passwords');
    writeFileSync(file, `${username}:${password}\n`);
    execFileSync('mosquitto_passwd', ['-U', file]);
    return file;
  }

  #certificate(): string[] {
    const [key, certificate] = ['broker.key', 'broker.crt'].map((name) => join(this.#folder, name));
    const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const kind = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1'];
    execFileSync('openssl', ['req', ...kind, ...subject, '-keyout', key, '-out', certificate], {
      stdio: 'ignore',
    });
    return [`certfile ${certificate}`, `keyfile ${key}`];
  }
}
