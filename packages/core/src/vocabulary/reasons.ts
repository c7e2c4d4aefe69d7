import { wordTable } from './word-table.js';

/** Why an equipment waits, is held or is down, where its state alone does not say. */
export type Reason = 'upstream' | 'downstream' | 'equipment' | 'operator' | 'setup' | 'power';

/**
 * The words for a reason: ours, and those of the Weihenstephan Standards.
 *
 * `upstream`: nothing arrives; `downstream`: nowhere to go; `equipment`: a failure; `operator`: somebody holds it;
 * `setup`: a changeover; `power`: switched off. `Prepared` is ready and waits for somebody.
 */
export const reasons = wordTable<Reason>({
  upstream: 'upstream Lack LackBranchLine',
  downstream: 'downstream Tailback TailbackBranchLine',
  equipment: 'equipment EquipmentFailure ExternalFailure',
  operator: 'operator Prepared',
  setup: 'setup',
  power: 'power',
});
