import { integer, literal, maxValue, minValue, number, optional, pipe, strictObject } from 'valibot';
import { simulatorSeed } from '../connector-rules.js';
import { object } from '../value-schemas.js';
import { common } from './common.js';

/** What an entry of the type `simulator` says beside id, name and bindings. */
export interface SimulatorEntry {
  /** Simulates the factory that the workshop file describes. */
  readonly type: 'simulator';
  /** Whole number of 0 or more: the same seed is the same factory. Default 1. */
  readonly seed?: number;
}

const seed = `a whole number from ${simulatorSeed.least} to ${simulatorSeed.most}`;

export const simulatorSchema = strictObject(
  {
    type: literal('simulator'),
    ...common,
    seed: optional(
      pipe(
        number(seed),
        integer(seed),
        minValue(simulatorSeed.least, seed),
        maxValue(simulatorSeed.most, seed),
      ),
    ),
  },
  object,
);

export const simulatorType = { schema: simulatorSchema };
