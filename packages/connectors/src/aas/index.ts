import type { ConnectorFactory } from '@twinfloor/core';
import { AasConnector } from './connector.js';

/**
 * Makes a connector to Asset Administration Shells (metamodel and REST API of version 3). Beside `bindings` its entry in the
 * workshop file has one of
 *
 * - `url`: base address of a repository
 * - `registry`: base address of a registry, with `hosts` to which it may lead beside its own
 * - `file`: address of an environment in JSON or of an AASX package
 *
 * and
 *
 * - `equipment`: which equipment a shell is, by its id, global asset id or idShort; or one id for all shells
 * - `interval`: milliseconds between two looks at the values. Default 5000
 * - `timeout`: milliseconds after which an answer is given up. Default 10 000
 * - `time`: idShort of the element beside a value that says when it was measured. Default: values are as old as the answer
 *
 * `from` of a binding is a submodel, by idShort or id, and an idShortPath in it: `OperationalData/Axes[0].Load`; of a time
 * series a variable of its records: `TimeSeries/Records[].load`.
 *
 * @throws {RangeError} if a setting is wrong
 */
export const aas: ConnectorFactory = (settings) => new AasConnector(settings);
