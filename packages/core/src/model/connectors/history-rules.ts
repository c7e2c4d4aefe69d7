/** How a historian writes its answers. */
export const historyFormats = ['json', 'influxdb', 'prometheus'] as const;
export type HistoryFormat = (typeof historyFormats)[number];

/** What `url` and `body` of `history` may hold in braces; filled in for each question. */
export const historyPlaces = [
  'from',
  'to',
  'fromSeconds',
  'toSeconds',
  'fromMilliseconds',
  'toMilliseconds',
  'source',
  'cursor',
] as const;

/** What is allowed for a template, in words. */
export const historyTemplateAllowed = `text in which braces hold one of ${historyPlaces.join(', ')}`;

/** Whether all that a template holds in braces is known. */
export function isHistoryTemplate(template: string): boolean {
  const places: readonly string[] = historyPlaces;
  return [...template.matchAll(/\{(\w+)\}/g)].every(([, place]) => places.includes(place));
}
