/** The state of a thing that has none: a pallet, a person, the building. */
export const noState = 15;

/** The bits of a status byte beside the four of the state: selected, stale, out of interest, waits for somebody. */
export const selectedBit = 16;
export const staleBit = 32;
export const dimmedBit = 64;
export const attentionBit = 128;

/** What changes how a machine looks beside its state. All are false by default. */
export interface StatusFlags {
  /** Whether its data is too old to be trusted; the body is hatched. */
  readonly stale?: boolean;
  /** Whether it is out of interest at the moment, e.g. not in the line that is looked at; it fades into the floor. */
  readonly dimmed?: boolean;
  /** The most urgent priority of its alarms, 1 to 4, which has a shape above the machine; 0: none. Not in the byte. */
  readonly alarm?: number;
  /** Whether one of them waits to be acknowledged: the shape is full, and flashes if motion is allowed. */
  readonly attention?: boolean;
}

/** The byte that says how a machine looks. */
export function statusByte(
  state: number,
  { stale, dimmed, attention }: StatusFlags,
  selected: boolean,
): number {
  return (
    state |
    (selected ? selectedBit : 0) |
    (stale ? staleBit : 0) |
    (dimmed ? dimmedBit : 0) |
    (attention ? attentionBit : 0)
  );
}
