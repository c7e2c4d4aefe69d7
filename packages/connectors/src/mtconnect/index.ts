import type { ConnectorFactory } from '@twinfloor/core';
import { MtconnectConnector } from './connector.js';

/**
 * Makes a connector to an MTConnect agent. Beside `bindings` its entry in the workshop file has:
 *
 * - `url`: base address of the agent, may be relative to the page
 * - `device`: name or uuid of the device. Default: all devices of the agent
 * - `interval`: milliseconds between two looks for something new. Default 500
 * - `count`: observations in one answer. Default 1000
 * - `heartbeat`: milliseconds after which the agent tells that it is there. Twice as long without a word, and the
 *   connection counts as lost. Default 10 000
 * - `format`: `xml` or `json`, in which the agent is asked to write. Default `xml`
 * - `streaming`: whether the agent sends on its own; else it is asked each `interval`. Default true
 * - `past`: whether the agent's buffer is read from its beginning, so that the page has a past. Default true
 *
 * `from` of a binding names a data item by id, name or type, optionally after a component: `path2/EXECUTION`.
 * `CONDITION` means all conditions, `item#key` and `item#key/cell` an entry of a data set or a table.
 *
 * @throws {RangeError} if a setting is wrong
 */
export const mtconnect: ConnectorFactory = (settings) => new MtconnectConnector(settings);
