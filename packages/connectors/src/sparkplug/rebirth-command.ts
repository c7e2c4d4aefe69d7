import * as dataType from './data-type.js';
import * as valueField from './value-field.js';
import { namespace } from './topic.js';
import { lengthed, tagged } from './write.js';

/**
 * Asks an edge node for its births (Sparkplug 3.0, 5.18).
 *
 * @param timestamp - milliseconds since the epoch
 */
export function rebirthCommand(
  group: string,
  node: string,
  timestamp: number,
): { readonly topic: string; readonly payload: Uint8Array } {
  const metric = [
    ...lengthed(1, new TextEncoder().encode('Node Control/Rebirth')),
    ...tagged(3, timestamp),
    ...tagged(4, dataType.boolean),
    ...tagged(valueField.boolean, 1),
  ];
  const payload = Uint8Array.from([...tagged(1, timestamp), ...lengthed(2, metric)]);
  return { topic: `${namespace}/${group}/NCMD/${node}`, payload };
}
