/** Words of the 3D scene. */
export interface SceneTerms {
  /** The scene as a sentence: what it shows, how many run, which are in fault. */
  readonly sceneOf: (name: string, machines: number, running: number, faults: readonly string[]) => string;
  readonly sceneKeys: string;
  readonly machineList: string;
  readonly machineListKeys: string;
  readonly sceneViews: string;
  readonly startTour: string;
  readonly stopTour: string;
  readonly sceneLost: string;
  readonly sceneFailed: string;
  readonly sceneWithoutWebGl: string;
  /** Stands before why: how many models could not be shown. */
  readonly modelsMissing: (count: number) => string;
  readonly modelNeedsDecoder: (file: string, decoder: string) => string;
  readonly modelUnreadable: (file: string) => string;
  readonly modelElsewhere: (file: string) => string;
  /** How many faults have no label because there are too many. */
  readonly moreFaults: (count: number) => string;
}

/** In English. */
export const sceneTerms: SceneTerms = {
  sceneOf: (name, machines, running, faults) => {
    const count = `${machines} ${machines === 1 ? 'machine' : 'machines'}, ${running} running`;
    const broken =
      faults.length === 0
        ? 'no fault'
        : `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}: ${faults.slice(0, 5).join(', ')}${faults.length > 5 ? '…' : ''}`;
    return `${name} in 3D: ${count}, ${broken}`;
  },
  sceneKeys:
    'Arrows turn the picture, Shift with arrows moves it, plus and minus zoom, Home shows all. The list of machines comes next.',
  machineList: 'Machines',
  machineListKeys: 'Arrows select a machine, Enter flies to it.',
  sceneViews: 'Views',
  startTour: 'Tour',
  stopTour: 'Stop the tour',
  sceneLost: 'The graphics card took the picture away. It comes back by itself.',
  sceneFailed: 'The 3D picture could not be loaded.',
  sceneWithoutWebGl: 'This browser shows no 3D (WebGL 2 is missing): here is the floor plan.',
  modelsMissing: (count) =>
    count === 1
      ? '1 machine is shown with the plain model of its type.'
      : `${count} machines are shown with the plain model of their type.`,
  modelNeedsDecoder: (file, decoder) => `${file} needs the ${decoder} decoder, which is not included.`,
  modelUnreadable: (file) => `${file} could not be read.`,
  modelElsewhere: (file) => `${file} lies on another site and was not asked for.`,
  moreFaults: (count) => `+${count} more`,
};
