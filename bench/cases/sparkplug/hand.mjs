const decoder = new TextDecoder();

/** Where the hand decoder writes; as our columns, they come in as parameters. */
export const handColumns = {
  aliases: new Float64Array(10_000),
  times: new Float64Array(10_000),
  values: new Float64Array(10_000),
  types: new Uint8Array(10_000),
};

/** The least that reading a payload takes: nothing is checked, and what is not needed is passed over. */
export function hand(bytes, names, { aliases, times, values, types }) {
  const end = bytes.length;
  const view = new DataView(bytes.buffer, bytes.byteOffset, end);
  let at = 0;
  let row = 0;
  const integer = () => {
    let byte = bytes[at++];
    if (byte < 128) return byte;
    let value = byte & 127;
    let factor = 128;
    do {
      byte = bytes[at++];
      value += (byte & 127) * factor;
      factor *= 128;
    } while (byte > 127);
    return value;
  };
  const skip = (tag) => {
    const wire = tag & 7;
    if (wire === 0) integer();
    else if (wire === 2) {
      const length = integer();
      at += length;
    } else at += wire === 5 ? 4 : 8;
  };
  while (at < end) {
    const tag = integer();
    if (tag !== 18) {
      skip(tag);
      continue;
    }
    const metricEnd = integer() + at;
    aliases[row] = 0;
    while (at < metricEnd) {
      const field = integer();
      switch (field) {
        case 10: {
          const length = integer();
          if (names) names[row] = decoder.decode(bytes.subarray(at, at + length));
          at += length;
          break;
        }
        case 16:
          aliases[row] = integer();
          break;
        case 24:
          times[row] = integer();
          break;
        case 32:
          types[row] = integer();
          break;
        case 80:
        case 88:
        case 112:
          values[row] = integer();
          break;
        case 101:
          values[row] = view.getFloat32(at, true);
          at += 4;
          break;
        case 105:
          values[row] = view.getFloat64(at, true);
          at += 8;
          break;
        default:
          skip(field);
      }
    }
    row++;
  }
  return row;
}

/** Where the last integer ended. */
const cursor = { at: 0 };

function integerAt(bytes, at) {
  let byte = bytes[at++];
  let value = byte & 127;
  for (let factor = 128; byte > 127; factor *= 128) {
    byte = bytes[at++];
    value += (byte & 127) * factor;
  }
  cursor.at = at;
  return value;
}

/** The same without functions inside of the function: the place in the bytes stays in a register. */
export function handFlat(bytes, names, { aliases, times, values, types }) {
  const end = bytes.length;
  const view = new DataView(bytes.buffer, bytes.byteOffset, end);
  let at = 0;
  let row = 0;
  while (at < end) {
    const tag = integerAt(bytes, at);
    const first = integerAt(bytes, cursor.at);
    at = cursor.at;
    if (tag !== 18) {
      if ((tag & 7) === 2) at += first;
      continue;
    }
    const metricEnd = at + first;
    aliases[row] = 0;
    while (at < metricEnd) {
      const field = bytes[at++];
      if (field === 105) {
        values[row] = view.getFloat64(at, true);
        at += 8;
      } else if (field === 101) {
        values[row] = view.getFloat32(at, true);
        at += 4;
      } else {
        const value = integerAt(bytes, at);
        at = cursor.at;
        if (field === 16) aliases[row] = value;
        else if (field === 24) times[row] = value;
        else if (field === 32) types[row] = value;
        else if (field === 10) {
          if (names) names[row] = decoder.decode(bytes.subarray(at, at + value));
          at += value;
        } else values[row] = value;
      }
    }
    row++;
  }
  return row;
}
