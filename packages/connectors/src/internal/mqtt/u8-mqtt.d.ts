// What is used of u8-mqtt, which comes without types.
declare module 'u8-mqtt/esm/web/basic-v5.js' {
  /** An answer comes as a list; without a packet the second entry says why. */
  type Answer<Packet> = readonly [packet: Packet | undefined, error?: string];
  interface Socket {
    binaryType: string;
    readonly readyState: number;
    send(data: Uint8Array): void;
    onmessage?: ((event: { readonly data: ArrayBuffer }) => void) | null;
  }
  interface ConnectAnswer {
    readonly flags: { readonly session_present: number | boolean };
    readonly props?: {
      readonly server_keep_alive?: number;
      readonly maximum_qos?: number;
    } | null;
  }
  interface Packet {
    readonly topic: string;
    readonly payload: Uint8Array;
    readonly qos: number;
    readonly retain: boolean;
    readonly props?: object | undefined;
  }
  interface Client {
    log_conn: unknown;
    on_error: unknown;
    with_websock(socket: Socket): Client;
    connect(packet: object): Promise<Answer<ConnectAnswer>>;
    subscribe(packet: {
      topics: readonly (readonly [topic: string, options: { qos: number }])[];
    }): Promise<Answer<{ readonly answers: readonly unknown[] }>>;
    unsubscribe(packet: { topics: readonly string[] | undefined }): Promise<Answer<object>>;
    publish(packet: Packet): Promise<Answer<{ readonly reason?: number }>>;
    _send(type: 'publish', packet: Packet): Promise<unknown>;
    puback(packet: { pkt_id: number | undefined }): Promise<unknown>;
    ping(): Promise<unknown>;
  }
  export const mqtt_v4: (options: object) => Client;
  export const mqtt_v5: (options: object) => Client;
}
