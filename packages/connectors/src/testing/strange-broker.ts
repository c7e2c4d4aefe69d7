import WebSocket from 'ws';

/** A server that answers the WebSocket and then says what it likes. */
export async function strangeBroker(
  answer: (send: (bytes: number[]) => void, message: number, packet: Buffer) => void,
) {
  const server = new WebSocket.Server({ port: 0, host: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  server.on('connection', (socket) => {
    let count = 0;
    socket.on('message', (packet: Buffer) =>
      answer((bytes) => socket.send(Buffer.from(bytes)), count++, packet),
    );
  });
  const { port } = server.address() as { port: number };
  return {
    url: `ws://127.0.0.1:${port}`,
    stop: () => (server.clients.forEach((each) => each.terminate()), server.close()),
  };
}
