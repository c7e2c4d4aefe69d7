import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

/** A mosquitto of its own on free ports of this machine, with WebSocket and plain TCP. */
export class Mosquitto {
  readonly #folder = mkdtempSync(join(tmpdir(), 'twinfloor-mosquitto-'));
  readonly #tcp: number;
  readonly #ws: number;
  #process: ChildProcess | undefined;

  private constructor(tcp: number, ws: number) {
    this.#tcp = tcp;
    this.#ws = ws;
    const lines = [
      `listener ${tcp} 127.0.0.1`,
      `listener ${ws} 127.0.0.1`,
      'protocol websockets',
      'allow_anonymous true',
      'max_queued_messages 0',
      'set_tcp_nodelay true',
      ...(process.getuid?.() === 0 ? ['user root'] : []),
    ];
    writeFileSync(join(this.#folder, 'mosquitto.conf'), `${lines.join('\n')}\n`);
  }

  static async start(): Promise<Mosquitto> {
    const broker = new Mosquitto(await freePort(), await freePort());
    await broker.start();
    return broker;
  }

  get url(): string {
    return `ws://127.0.0.1:${this.#ws}`;
  }

  get webSocketPort(): number {
    return this.#ws;
  }

  async start(): Promise<void> {
    if (!program) throw new Error('mosquitto is not installed: on Debian, `apt-get install mosquitto`');
    const running = spawn(program, ['-c', join(this.#folder, 'mosquitto.conf')], { stdio: 'ignore' });
    this.#process = running;
    // A test that is broken off leaves no broker behind.
    process.once('exit', () => running.kill('SIGKILL'));
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
}
