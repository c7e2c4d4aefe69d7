import { connect, createServer, type Server, type Socket } from 'node:net';
import { freePort } from './ports.js';

/** A way to the broker that can be cut while the broker goes on. */
export class Wire {
  readonly port: number;
  #server: Server | undefined;
  readonly #target: number;
  readonly #open = new Set<Socket>();

  private constructor(port: number, target: number) {
    this.port = port;
    this.#target = target;
  }

  static async to(target: number): Promise<Wire> {
    const wire = new Wire(await freePort(), target);
    await wire.join();
    return wire;
  }

  async join(): Promise<void> {
    const server = createServer((near) => {
      const far = connect(this.#target, '127.0.0.1');
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#open.add(one);
        one.pipe(other);
        one.on('error', () => other.destroy());
        one.on('close', () => {
          this.#open.delete(one);
          other.destroy();
        });
      }
    });
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
  }

  async cut(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    for (const socket of this.#open) socket.destroy();
    if (server) await new Promise((resolve) => server.close(resolve));
  }
}
