import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A value of a variable as the server itself tells it. */
export interface ServerValue {
  readonly value: { readonly dataType: number; readonly value: unknown };
  readonly statusCode: { readonly value: number };
  readonly sourceTimestamp: Date;
}

interface Variable {
  setValueFromSource(value: object, status: unknown, time: Date): void;
  readValue(): ServerValue;
}

interface Server {
  start(): Promise<void>;
  shutdown(): Promise<void>;
  readonly engine: {
    readonly addressSpace: {
      readonly rootFolder: { readonly objects: unknown };
      getOwnNamespace(): {
        addObject(options: object): unknown;
        addVariable(options: object): Variable;
      };
    };
  };
}

/** The part of node-opcua that is used. Its packages are CommonJS, and their types cost seconds to check. */
interface NodeOpcua {
  readonly OPCUAServer: new (options: object) => Server;
  readonly OPCUACertificateManager: new (options: object) => unknown;
  readonly StatusCodes: Readonly<Record<string, unknown>>;
  readonly nodesets: { readonly standard: string };
  opcuaJsonEncodeDataValueMQTT(
    value: ServerValue,
    scheme: number,
    mask: number,
    namespaces: string[],
  ): unknown;
}

/** Encodings of OPC 10000-6 by the numbers that node-opcua gives them: two of 1.04, two of 1.05. */
export const encodings = { nonReversible: 0, reversible: 1, verbose: 2, compact: 3 } as const;

/** DataSetFieldContentMask: StatusCode and SourceTimestamp. */
const statusAndTime = 3;

/**
 * A machine in an OPC UA server (node-opcua), whose variables are written as PubSub JSON by the encoder of node-opcua:
 * another implementation than the one under test.
 */
export class OpcuaPublisher {
  readonly #folder: string;
  readonly #opcua: NodeOpcua;
  readonly #server: Server;
  readonly #machine: unknown;
  readonly #variables = new Map<string, Variable>();
  #sequence = 0;

  private constructor(opcua: NodeOpcua, server: Server, folder: string) {
    this.#opcua = opcua;
    this.#server = server;
    this.#folder = folder;
    const { addressSpace } = server.engine;
    const namespace = addressSpace.getOwnNamespace();
    this.#machine = namespace.addObject({ browseName: 'Mill', organizedBy: addressSpace.rootFolder.objects });
  }

  /** Starts a server on a free port of this machine, without security. */
  static async start(): Promise<OpcuaPublisher> {
    const opcua = nodeOpcua();
    // Else it would make certificates in the folder of the user.
    const folder = mkdtempSync(join(tmpdir(), 'twinfloor-opcua-'));
    const certificates = (name: string): unknown =>
      new opcua.OPCUACertificateManager({ rootFolder: join(folder, name) });
    const server = new opcua.OPCUAServer({
      port: 0,
      hostname: '127.0.0.1',
      nodeset_filename: [opcua.nodesets.standard],
      serverCertificateManager: certificates('server'),
      userCertificateManager: certificates('user'),
      securityModes: [1],
      securityPolicies: ['http://opcfoundation.org/UA/SecurityPolicy#None'],
    });
    await server.start();
    return new OpcuaPublisher(opcua, server, folder);
  }

  /**
   * Writes a variable of the machine, and adds it first if need be.
   *
   * @param type - number of its built-in type
   * @param status - symbol of a StatusCode
   */
  write(name: string, type: number, value: unknown, status: string, time: number): void {
    const variant = { dataType: type, arrayType: 0, value };
    let variable = this.#variables.get(name);
    if (!variable) {
      const options = { componentOf: this.#machine, browseName: name, dataType: `i=${type}`, value: variant };
      variable = this.#server.engine.addressSpace.getOwnNamespace().addVariable(options);
      this.#variables.set(name, variable);
    }
    variable.setValueFromSource(variant, this.#opcua.StatusCodes[status], new Date(time));
  }

  /** What the server has for a variable. */
  read(name: string): ServerValue {
    return this.#variables.get(name)!.readValue();
  }

  /** A network message with some variables, by default all as a key frame. */
  message(encoding: keyof typeof encodings, names?: readonly string[]): string {
    const Payload: Record<string, unknown> = {};
    for (const name of names ?? this.#variables.keys()) {
      const { opcuaJsonEncodeDataValueMQTT: encode } = this.#opcua;
      Payload[name] = encode(this.read(name), encodings[encoding], statusAndTime, []);
    }
    const is104 = encodings[encoding] < 2;
    const DataSetMessage = {
      DataSetWriterId: is104 ? '1' : 1,
      SequenceNumber: ++this.#sequence,
      MessageType: names ? 'ua-deltaframe' : 'ua-keyframe',
      Timestamp: new Date().toISOString(),
      Payload,
    };
    const head = { MessageId: `${this.#sequence}`, MessageType: 'ua-data', PublisherId: 'Mill' };
    return JSON.stringify({ ...head, Messages: is104 ? [DataSetMessage] : DataSetMessage });
  }

  async stop(): Promise<void> {
    await this.#server.shutdown();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** node-opcua and the parts that it brings along. */
function nodeOpcua(): NodeOpcua {
  const load = createRequire(createRequire(import.meta.url).resolve('node-opcua-server'));
  const parts = ['server', 'certificate-manager', 'status-code', 'nodesets', 'json'];
  return Object.assign({}, ...parts.map((part) => load(`node-opcua-${part}`) as object)) as NodeOpcua;
}
