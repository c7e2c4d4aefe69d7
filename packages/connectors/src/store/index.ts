import { type ConnectorFactory, fixedDuration } from '@twinfloor/core';
import { StoreConnector } from './connector.js';

/**
 * Keeps in the browser (IndexedDB) what the other connectors deliver, so that a reload does not lose the shift.
 * Setting: `past`, an ISO 8601 duration, default `PT12H`. It has no bindings.
 *
 * In the time in which the page was not there nothing is known of a signal, unless its source tells it.
 */
export const store: ConnectorFactory = ({ settings: { past = 'PT12H' } }) => {
  const length = typeof past === 'string' ? (fixedDuration(past) ?? 0) : 0;
  if (!(length > 0)) {
    throw new RangeError(
      `invalid past: ${JSON.stringify(past)}, allowed: an ISO 8601 duration of weeks to seconds, e.g. PT12H`,
    );
  }
  return { run: (context) => new StoreConnector(`twinfloor/${context.workshop.id}`, length).run(context) };
};
