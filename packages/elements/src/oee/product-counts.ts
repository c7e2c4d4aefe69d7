import {
  type EquipmentOee,
  type Interval,
  machineCounts,
  type MachineCounts,
  machineRecord,
  type Twin,
} from '@twinfloor/core';

/** What was made of one product at one ideal cycle, in planned time. */
export interface ProductCounts extends MachineCounts {
  /** Id of the product; empty where none is named. */
  readonly product: string;
  /** Milliseconds a unit; `undefined`: not known. */
  readonly cycle: number | undefined;
}

const names = ['produced', 'good', 'scrap', 'rework'] as const;

/** The counts behind an OEE, product by product. Produced × ideal cycle add up to its ideal time. */
export function productCounts(twin: Twin, { machines, interval }: EquipmentOee): ProductCounts[] {
  const found = new Map<string, { -readonly [Name in keyof ProductCounts]: ProductCounts[Name] }>();
  for (const id of machines) {
    const record = machineRecord(twin, id);
    for (const planned of twin.calendar.planned(interval, id)) {
      const parts = record.products?.segments(planned) ?? [{ ...planned, text: undefined }];
      for (const { from, to, text } of parts) {
        const cycle = record.idealCycle(text);
        const product = text && twin.products.has(text) ? text : '';
        const key = `${cycle} ${product}`;
        const counts = machineCounts(record, { from, to });
        const sum = found.get(key);
        if (!sum) found.set(key, { product, cycle, ...counts });
        else for (const name of names) sum[name] = added(sum[name], counts[name]);
      }
    }
  }
  return [...found.values()].filter(({ produced, good, scrap }) => produced || good || scrap);
}

/** How much was scrapped for each reason, most first; the empty one was not said. It adds up to all scrap. */
export function scrapReasons(
  twin: Twin,
  { machines, interval }: EquipmentOee,
): [reason: string, count: number][] {
  const counts = new Map<string, number>();
  for (const id of machines) {
    const scrap = twin.seriesOf(id, 'scrapCount', 'counter');
    const reasons = twin.seriesOf(id, 'scrapReason', 'text');
    for (const planned of scrap ? twin.calendar.planned(interval, id) : []) {
      const parts: readonly (Interval & { text: string })[] = reasons?.segments(planned) ?? [
        { ...planned, text: '' },
      ];
      for (const { from, to, text } of parts) {
        const count = scrap?.count({ from, to }) ?? 0;
        if (count > 0) counts.set(text, (counts.get(text) ?? 0) + count);
      }
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function added(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : a + (b ?? 0);
}
