import type { Text } from './text.js';

/** What details tell of, after the submodels of the Asset Administration Shell. */
export const detailSections = ['nameplate', 'technicalData', 'documentation', 'carbonFootprint'] as const;
export type DetailSection = (typeof detailSections)[number];

/** One thing that is known of an equipment beside its signals, e.g. its serial number or a manual. */
export interface EquipmentDetail {
  readonly section: DetailSection;
  /** What the source calls it, e.g. `SerialNumber`. */
  readonly name: string;
  /** Words for people. Default: the name. */
  readonly label?: Text;
  /** As the source wrote it. Shown as text only. */
  readonly value: Text;
  readonly unit?: string;
  /** What it belongs to within its section, from the outside in, e.g. the life cycle phase of a footprint. */
  readonly group?: readonly string[];
  /** Where a document is: an absolute address. Nothing fetches it before a person asks for it. */
  readonly href?: string;
  /** Media type of the document, e.g. `application/pdf`. */
  readonly contentType?: string;
}
