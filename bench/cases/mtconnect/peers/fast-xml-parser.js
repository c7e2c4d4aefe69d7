import { XMLParser } from 'fast-xml-parser';

/** It gives objects by name of element, so that the order of the document is lost. */
export function read(text) {
  const all = [];
  const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false, parseAttributeValue: false });
  const stream = parser.parse(text).MTConnectStreams.Streams.DeviceStream.ComponentStream;
  for (const group of [stream.Samples, stream.Condition]) {
    for (const element of Object.values(group ?? {}).flat()) {
      if (element['@_dataItemId'] === undefined) continue;
      all.push([
        element['@_dataItemId'],
        element['@_timestamp'],
        Number(element['@_sequence']),
        element['#text'] ?? '',
      ]);
    }
  }
  return all;
}
