import { webAddress } from './http-rules.js';

// What the settings of `aas` allow, for the check of the workshop file and for the connector.

/** Address of a repository, a registry or a file. */
export const shellAddress = webAddress;

/** The settings of which an entry has exactly one: where its shells are. */
export const shellPlaces = ['url', 'registry', 'file'] as const;

/** What is allowed for them together, in words. */
export const shellPlacesAllowed = 'exactly one of url, registry and file';

/** The least that the whole numbers among the settings of `aas` may be, in milliseconds. */
export const shellLeast = { interval: 10, timeout: 10 } as const;

/** What `from` of a binding of `aas` names. */
export interface ElementSource {
  /** idShort or id of a submodel. */
  readonly submodel: string;
  /** The idShortPath of an element in it, or in each of its records. */
  readonly path: string;
  /** Whether it is a variable in the records of a time series. */
  readonly isRecorded: boolean;
}

/** What is allowed for `from` of a binding of `aas`, in words. */
export const elementSourceAllowed =
  'submodel/element, e.g. OperationalData/Spindle.Power or Axes/Axis[0].Load; of time series submodel/Records[].variable';

const sourcePattern = /^(.+)\/(Records\[\]\.)?([^/.[\]]+(?:\[\d{1,6}\])*(?:\.[^/.[\]]+(?:\[\d{1,6}\])*)*)$/;

/** Reads `from` of a binding of `aas`; `undefined` if it names no element. */
export function elementSource(from: string): ElementSource | undefined {
  const match = sourcePattern.exec(from);
  if (!match) return undefined;
  return { submodel: match[1], path: match[3], isRecorded: match[2] !== undefined };
}
