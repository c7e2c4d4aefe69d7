/** A name of a companion specification, and the signal that it is bound to. */
export interface ProfileName {
  /** Browse name, with those above it where it alone says too little. */
  readonly name: string;
  /** Name of a standard signal. */
  readonly signal: string;
  /** For states: the vocabulary, and which of its inputs. */
  readonly vocabulary?: string;
  readonly input?: 'state' | 'mode';
  /** Unit as the specification has it, where the metadata do not say it. */
  readonly unit?: string;
  /** Whether it may be a count of PackML. */
  readonly isCount?: boolean;
  /** Names of an enumeration by its numbers. */
  readonly words?: readonly string[];
}

/** MachineryOperationMode, StateNumbers of OPC 40001-1. */
const machineryModes = ['None', 'Maintenance', 'Setup', 'Processing'];

/** MachineOperationMode of OPC 40501-1. */
const machineToolModes = ['Manual', 'Automatic', 'Setup', 'AutoWithManualIntervention', 'Service', 'Other'];

/** The names that `profile` binds; of those for one signal the first that is seen stays. */
export const profileNames: readonly ProfileName[] = [
  // OPC 40001-1 Machinery
  { name: 'MachineryItemState', signal: 'state', vocabulary: 'machinery', input: 'state' },
  { name: 'MachineryOperationMode', signal: 'state', vocabulary: 'machinery', input: 'mode' },
  { name: 'MachineryOperationMode', signal: 'mode', words: machineryModes },
  // OPC 40501-1 Machine Tools
  { name: 'MachineTool/OperationMode', signal: 'mode', words: machineToolModes },
  { name: 'ActiveProgram', signal: 'program' },
  { name: 'ActiveProgram/Name', signal: 'program' },
  { name: 'PartsProducedInLifetime', signal: 'producedCount' },
  // PackML: OPC 30050, and the PackTags of ISA-TR88.00.02
  { name: 'StateCurrent', signal: 'state', vocabulary: 'packml', input: 'state' },
  { name: 'UnitModeCurrent', signal: 'state', vocabulary: 'packml', input: 'mode' },
  { name: 'ProdProcessedCount', signal: 'producedCount', isCount: true },
  { name: 'ProdDefectiveCount', signal: 'scrapCount', isCount: true },
  // OPC 34100 energy consumption
  { name: 'AcActivePowerTotal', signal: 'power', unit: 'W' },
  { name: 'AcActiveEnergyTotalImportHp', signal: 'energy', unit: 'Wh' },
  { name: 'AcActiveEnergyTotalImportLp', signal: 'energy', unit: 'Wh' },
];
