import { hand, handColumns } from './hand.mjs';

const decoder = new TextDecoder();

/**
 * The least a page can do with what comes: it takes messages apart and adds up their values.
 *
 * @returns {Promise<{ observations: number, sum: number }>} goes on counting
 */
export async function limit({ url, topic, form }) {
  const counted = { observations: 0, sum: 0 };
  const take = {
    json(bytes) {
      counted.sum += JSON.parse(decoder.decode(bytes)).value;
      counted.observations++;
    },
    sparkplug(bytes) {
      const rows = hand(bytes, undefined, handColumns);
      for (let row = 0; row < rows; row++) counted.sum += handColumns.values[row];
      counted.observations += rows;
    },
  }[form];
  if (form === 'frames') {
    const socket = new WebSocket(url);
    socket.onmessage = ({ data }) => {
      const { value } = JSON.parse(data);
      for (let row = 0; row < value.length; row++) counted.sum += value[row];
      counted.observations += value.length;
    };
    await new Promise((resolve) => (socket.onopen = resolve));
    return counted;
  }
  const socket = new WebSocket(url, 'mqtt');
  socket.binaryType = 'arraybuffer';
  await new Promise((resolve) => (socket.onopen = resolve));
  let ready;
  const subscribed = new Promise((resolve) => (ready = resolve));
  socket.onmessage = ({ data }) => {
    const bytes = new Uint8Array(data);
    for (let at = 0; at < bytes.length;) {
      const type = bytes[at++] >> 4;
      let length = 0;
      for (let factor = 1; ; factor *= 128) {
        const byte = bytes[at++];
        length += (byte & 127) * factor;
        if (byte < 128) break;
      }
      const end = at + length;
      if (type === 2) socket.send(packet(0x82, [0, 1, ...text(topic), 0]));
      else if (type === 9) ready();
      else if (type === 3) {
        const name = (bytes[at] << 8) | bytes[at + 1];
        // Births have another form; they are no part of what is counted.
        if (form === 'json' || decoder.decode(bytes.subarray(at + 2, at + 2 + name)).includes('/DDATA/'))
          take(bytes.subarray(at + 2 + name, end));
      }
      at = end;
    }
  };
  socket.send(packet(0x10, [...text('MQTT'), 4, 2, 0, 0, ...text('limit')]));
  await subscribed;
  return counted;
}

function text(value) {
  return [value.length >> 8, value.length & 255, ...new TextEncoder().encode(value)];
}

/** A packet of up to 127 bytes. */
function packet(type, body) {
  return new Uint8Array([type, body.length, ...body]);
}
