import { readStreams } from '#connectors/mtconnect/streams-document.js';

/** As the connector does it; the time is a number. */
export function read(text) {
  const all = [];
  readStreams(text, ({ dataItemId, time, sequence, text: said }) =>
    all.push([dataItemId, time, sequence, said]),
  );
  return all;
}
