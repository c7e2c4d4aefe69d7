import { optional, picklist } from 'valibot';
import { brokerAddress } from '../connector-rules.js';
import { word } from '../value-schemas.js';
import { written } from './common.js';

/** The keys of every connector that speaks over an MQTT broker. */
export const broker = {
  url: written(brokerAddress),
  version: optional(picklist(['5', '3.1.1'], '5, 3.1.1')),
  clientId: optional(word),
};
