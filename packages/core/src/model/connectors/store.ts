import { check, literal, optional, pipe, strictObject, string } from 'valibot';
import { fixedDuration } from '../../time/duration.js';
import { object } from '../value-schemas.js';
import { common } from './common.js';
import type { ConnectorType } from './connector-type.js';

/** What an entry of the type `store` says beside id and name. */
export interface StoreEntry {
  /** Keeps in the browser what the other connectors deliver, so that a reload does not lose the shift. */
  readonly type: 'store';
  /** How long it is kept, as an ISO 8601 duration of weeks to seconds. Default `PT12H`. */
  readonly past?: string;
}

const allowed = 'an ISO 8601 duration of weeks to seconds, e.g. PT12H';

export const storeSchema = strictObject(
  {
    type: literal('store'),
    ...common,
    past: optional(
      pipe(
        string(allowed),
        check((length) => (fixedDuration(length) ?? 0) > 0, allowed),
      ),
    ),
  },
  object,
);

export const storeType = {
  schema: storeSchema,
  source: { isAllowed: () => false, allowed: 'no binding: what the other connectors deliver is kept' },
} satisfies ConnectorType<typeof storeSchema>;
