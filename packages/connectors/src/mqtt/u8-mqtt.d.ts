// What is used of u8-mqtt, which comes without types.
declare module 'u8-mqtt/esm/web/v4.js' {
  /** An answer comes as a list; without a packet the second entry says why. */
  type Answer<Packet> = readonly [packet: Packet | undefined, error?: string];
  interface Socket {
    binaryType: string;
    readonly readyState: number;
    send(data: Uint8Array): void;
    onmessage?: ((event: { readonly data: ArrayBuffer }) => void) | null;
  }
  interface Client {
    log_conn: unknown;
    on_error: unknown;
    on_sub: unknown;
    with_websock(socket: Socket): Client;
    connect(
      packet: object,
    ): Promise<Answer<{ readonly flags: { readonly session_present: number | boolean } }>>;
    subscribe(packet: {
      topics: readonly (readonly [topic: string, options: { qos: number }])[];
    }): Promise<Answer<{ readonly answers: readonly unknown[] }>>;
    unsubscribe(topics: readonly string[]): Promise<Answer<object>>;
    puback(packet: { pkt_id: number | undefined }): Promise<unknown>;
    ping(): Promise<unknown>;
    disconnect(): Promise<unknown>;
  }
  const mqtt: (options: object) => Client;
  export default mqtt;
}
