import type { DetailSection, EquipmentDetail, Text } from '@twinfloor/core';
import { documentDetails } from './document-details.js';
import type { Concept, Submodel, SubmodelElement } from './environment.js';
import { meaningIn, targetOf } from './reference.js';
import { isTimeSeries, seriesDetails } from './series-details.js';
import type { AttachmentAddress } from './source.js';

/** More than this of one submodel nobody reads. */
const mostDetails = 300;

/**
 * What the submodels that are shown mean, up to the version, and how they are called where they say no meaning. IDTA 02006
 * (2.0 and 3.0), 02003 (1.2 and 2.0), 02004 (1.2 and 2.0), 02023 (0.9 and 1.0).
 */
const sections: readonly (readonly [DetailSection, meaning: RegExp, idShort: RegExp])[] = [
  ['nameplate', /^https:\/\/admin-shell\.io\/(idta|zvei)\/nameplate\/\d/i, /^(Digital)?Nameplate$/i],
  [
    'technicalData',
    /^(0173-1#01-AHX837#|https:\/\/admin-shell\.io\/zvei\/TechnicalData\/Submodel\/)/i,
    /^TechnicalData$/i,
  ],
  ['documentation', /^0173-1#01-AHF578#/, /^(Handover)?Documentation$/i],
  [
    'carbonFootprint',
    /^https:\/\/admin-shell\.io\/idta\/CarbonFootprint\/CarbonFootprint\//i,
    /^(Product)?CarbonFootprint$/i,
  ],
];

/** The section that a submodel tells of; `undefined`: none. */
export function sectionOf({ meanings, idShort = '' }: Submodel): DetailSection | undefined {
  for (const [section, meaning] of sections) if (meaningIn(meanings, meaning)) return section;
  return sections.find(([, , name]) => name.test(idShort))?.[0];
}

/** What a submodel tells for people; empty for one that is not shown. What has no value is left out. */
export function detailsOf(
  submodel: Submodel,
  concepts: ReadonlyMap<string, Concept>,
  attachment: AttachmentAddress,
): EquipmentDetail[] {
  const address = (path: string): string | undefined => attachment(submodel, path);
  if (isTimeSeries(submodel)) return seriesDetails(submodel, address).slice(0, mostDetails);
  const section = sectionOf(submodel);
  if (section === undefined) return [];
  if (section === 'documentation') return documentDetails(submodel.elements, address).slice(0, mostDetails);
  const details: EquipmentDetail[] = [];
  const walk = (elements: readonly SubmodelElement[], group: readonly string[], above: string): void => {
    for (const [index, element] of elements.entries()) {
      if (details.length >= mostDetails) return;
      const concept = element.meanings.map((one) => concepts.get(targetOf(one))).find(Boolean);
      const name = element.idShort ?? above;
      if (element.children.length > 0) {
        const phases = section === 'carbonFootprint' ? phasesOf(element, concepts) : undefined;
        const number = elements.length > 1 && element.idShort === undefined ? String(index + 1) : undefined;
        const step = element.idShort ?? number;
        const isPlainList =
          isList(element) && element.children.every(({ children }) => children.length === 0);
        const own = step === undefined || isPlainList ? group : [...group, step];
        walk(element.children, phases ?? own, name);
        continue;
      }
      const value = valueOf(element);
      const file = fileOf(element, address);
      // The name of a file that nobody can fetch says nothing.
      if (value === undefined || (element.kind === 'File' && file.href === undefined)) continue;
      const label = element.label ?? concept?.label;
      const unit = element.unit ?? concept?.unit ?? units[name];
      details.push({
        section,
        name,
        value,
        ...(label && { label }),
        ...(unit && { unit }),
        ...(group.length > 0 && { group }),
        ...file,
      });
    }
  };
  walk(submodel.elements, [], '');
  return details;
}

/** The concepts that may say the units of numbers that stand without one in what is shown of a submodel. */
export function conceptsWanted(submodel: Submodel): string[] {
  const section = sectionOf(submodel);
  if (section === undefined || section === 'documentation') return [];
  const wanted = new Set<string>();
  const walk = ({ value, unit, meanings, children }: SubmodelElement): void => {
    const isBare = unit === undefined && value?.trim() && Number.isFinite(Number(value));
    if (isBare && meanings.length > 0) wanted.add(targetOf(meanings[0]));
    children.forEach(walk);
  };
  submodel.elements.forEach(walk);
  return [...wanted];
}

/** Where a file is, and what it is: an address of the web, or the place that serves it; else none. */
export function fileOf(
  { kind, value = '', path, contentType }: SubmodelElement,
  address: (path: string) => string | undefined,
): Pick<EquipmentDetail, 'href' | 'contentType'> {
  if (kind !== 'File') return {};
  const isWeb = /^https?:\/\//i.test(value) && URL.canParse(value);
  const href = isWeb ? value : /^[a-z][a-z\d+.-]*:/i.test(value) ? undefined : address(path);
  return { ...(href && { href }), ...(contentType && { contentType }) };
}

/** What an element says for people. */
export function valueOf({ kind, value, texts, minimum, maximum }: SubmodelElement): Text | undefined {
  if (kind === 'MultiLanguageProperty') return texts;
  if (kind === 'Range')
    return minimum === undefined && maximum === undefined
      ? undefined
      : `${minimum ?? ''} … ${maximum ?? ''}`.trim();
  if (kind !== 'Property' && kind !== 'File') return undefined;
  return value?.trim() ? value.trim().slice(0, 2000) : undefined;
}

/** The unit that the template of the carbon footprint fixes. */
const units: Readonly<Record<string, string>> = {
  PcfCO2eq: 'kg CO₂e',
  PCFCO2eq: 'kg CO₂e',
  TCFCO2eq: 'kg CO₂e',
};

function isList({ kind }: SubmodelElement): boolean {
  return kind === 'SubmodelElementList';
}

/** The life cycle phases of a footprint, which is what one of several is told apart by. */
function phasesOf(
  { children }: SubmodelElement,
  concepts: ReadonlyMap<string, Concept>,
): string[] | undefined {
  const phases = children.find(
    ({ idShort }) => idShort === 'LifeCyclePhases' || idShort === 'PCFLifeCyclePhase',
  );
  const values = (phases?.children.length ? phases.children : phases ? [phases] : []).flatMap(
    ({ value }) => value?.trim() || [],
  );
  const words = values.map((value) => {
    const label = concepts.get(value)?.label;
    return typeof label === 'object' ? (label['en'] ?? value) : (label ?? value);
  });
  return words.length > 0 ? [words.join(', ')] : undefined;
}
