/** The types of equipment that have an icon and a model of their own; all others look like `generic`. */
export const equipmentTypes = [
  'machiningCentre',
  'lathe',
  'grinder',
  'press',
  'injectionMoulder',
  'robot',
  'weldingCell',
  'conveyor',
  'oven',
  'tank',
  'reactor',
  'pump',
  'compressor',
  'boiler',
  'assemblyStation',
  'inspectionStation',
  'storageRack',
  'loom',
  'packagingMachine',
  'vehicle',
  'meter',
  'generic',
] as const;

/** What an equipment is, in one of the words that icons and models know. */
export type EquipmentType = (typeof equipmentTypes)[number];

/** By letters only, so that `injection-moulder`, `Injection moulder` and `injectionMoulder` are one. */
const types = new Map<string, EquipmentType>(equipmentTypes.map((type) => [lettersOf(type), type]));

const synonyms: Readonly<Record<string, EquipmentType>> = {
  mill: 'machiningCentre',
  milling: 'machiningCentre',
  machiningcenter: 'machiningCentre',
  turning: 'lathe',
  injectionmolder: 'injectionMoulder',
  moulder: 'injectionMoulder',
  robotcell: 'robot',
  welding: 'weldingCell',
  furnace: 'oven',
  assembly: 'assemblyStation',
  bench: 'assemblyStation',
  inspection: 'inspectionStation',
  measuringmachine: 'inspectionStation',
  rack: 'storageRack',
  store: 'storageRack',
  packaging: 'packagingMachine',
  packer: 'packagingMachine',
  agv: 'vehicle',
};
for (const [word, type] of Object.entries(synonyms)) types.set(word, type);

/** The type that a word of a workshop file means; `generic` for one that is not known, or none. */
export function equipmentType(word: string | undefined): EquipmentType {
  return (word === undefined ? undefined : types.get(lettersOf(word))) ?? 'generic';
}

function lettersOf(word: string): string {
  return word.toLowerCase().replaceAll(/[^a-z]/g, '');
}
