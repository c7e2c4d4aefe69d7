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
