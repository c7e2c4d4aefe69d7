import type { EquipmentDetail } from '@twinfloor/core';
import { fileOf, valueOf } from './details.js';
import type { Submodel, SubmodelElement } from './environment.js';
import { meaningIn } from './reference.js';

/** What a segment says of records that are elsewhere. */
const told = /^(Endpoint|Query|File|StartTime|EndTime)$/;

/** Whether a submodel is a time series (IDTA 02008). */
export function isTimeSeries({ meanings, idShort = '' }: Submodel): boolean {
  const meaning = meaningIn(meanings, /^https:\/\/admin-shell\.io\/idta\/TimeSeries\/\d/i);
  return meaning !== undefined || /^TimeSeries(Data)?$/i.test(idShort);
}

/** Where the records of linked and external segments are, and from when to when; one group a segment, called by its name. */
export function seriesDetails(
  { elements }: Submodel,
  address: (path: string) => string | undefined,
): EquipmentDetail[] {
  const segments = elements.find(({ idShort }) => idShort === 'Segments')?.children ?? [];
  return segments.flatMap((segment, index) => {
    const { children, idShort = `Segment ${index + 1}` } = segment;
    const said = children.filter(({ idShort: name = '', value }) => told.test(name) && value?.trim());
    if (!said.some(({ idShort: name = '' }) => /^(Endpoint|File)$/.test(name))) return [];
    const group = ['TimeSeries', nameOf(children) ?? idShort];
    return said.map((element): EquipmentDetail => {
      const { idShort: name = '', label } = element;
      return {
        section: 'technicalData',
        name,
        value: withoutUser(element.value!.trim().slice(0, 2000)),
        ...(label && { label }),
        group,
        ...fileOf(element, address),
      };
    });
  });
}

/** The name of a segment for people. */
function nameOf(children: readonly SubmodelElement[]): string | undefined {
  const name = children.find(({ idShort }) => idShort === 'Name');
  const text = name && valueOf(name);
  return typeof text === 'object' ? (text['en'] ?? Object.values(text)[0]) : text;
}

/** Some write into an address who they are. */
function withoutUser(text: string): string {
  return text.replace(/^([a-z][a-z\d+.-]*:\/\/)[^/?#]*@/i, '$1');
}
