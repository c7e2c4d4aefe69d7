// The signals that recordings keep of each machine, and the type of each data item in MTConnect.

/** Words of MTConnect that say something about the equipment stay words; elsewhere UNAVAILABLE is no value. */
const controlled = { kind: 'text', keeps: ['UNAVAILABLE'] };
const text = { kind: 'text', keeps: [] };
const number = (unit) => ({ kind: 'number', unit });
const condition = { kind: 'condition' };

/** The NIST mill: what its agent's Devices.xml says of each. */
export const millSignals = {
  execution: { ...controlled, type: 'EXECUTION' },
  mode: { ...controlled, type: 'CONTROLLER_MODE' },
  estop: { ...controlled, type: 'EMERGENCY_STOP' },
  avail: { ...controlled, type: 'AVAILABILITY' },
  program: { ...text, type: 'PROGRAM' },
  line: { ...text, type: 'LINE' },
  move: { ...text, type: 'x:MOTION' },
  Fovr: { ...number('%'), type: 'PATH_FEEDRATE_OVERRIDE' },
  Sovr: { ...number('%'), type: 'ROTARY_VELOCITY_OVERRIDE' },
  Xposition: { ...number('mm'), type: 'POSITION', subType: 'ACTUAL' },
  Yposition: { ...number('mm'), type: 'POSITION', subType: 'ACTUAL' },
  Zposition: { ...number('mm'), type: 'POSITION', subType: 'ACTUAL' },
  Aposition: { ...number('°'), type: 'ANGLE', subType: 'ACTUAL' },
  Cposition: { ...number('°'), type: 'ANGLE', subType: 'ACTUAL' },
  system: { ...condition, type: 'SYSTEM' },
  servo: { ...condition, type: 'ACTUATOR' },
  comms: { ...condition, type: 'COMMUNICATIONS' },
  pneumatic: { ...condition, type: 'COMMUNICATIONS' },
  hydraulic: { ...condition, type: 'COMMUNICATIONS' },
  logic: { ...condition, type: 'LOGIC_PROGRAM' },
  motion: { ...condition, type: 'MOTION_PROGRAM' },
  cnc_temp: { ...condition, type: 'TEMPERATURE' },
};

const load = { ...number('%'), type: 'LOAD' };
const speed = { ...number('1/min'), type: 'ROTARY_VELOCITY', subType: 'ACTUAL' };
const position = { ...number('mm'), type: 'POSITION', subType: 'ACTUAL', thinned: 100 };

/** The Okuma lathe. Positions are thinned: at most one in so many milliseconds. */
export const latheSignals = {
  pexecution: { ...controlled, type: 'EXECUTION' },
  pmode: { ...controlled, type: 'CONTROLLER_MODE' },
  fmode: { ...controlled, type: 'FUNCTIONAL_MODE' },
  estop: { ...controlled, type: 'EMERGENCY_STOP' },
  avail: { ...controlled, type: 'AVAILABILITY' },
  pprogram: { ...text, type: 'PROGRAM' },
  p1CurrentTool: { ...text, type: 'TOOL_NUMBER' },
  S1ChuckState: { ...text, type: 'CHUCK_STATE' },
  S2ChuckState: { ...text, type: 'CHUCK_STATE' },
  ppartcount: { kind: 'counter', unit: 'pcs', type: 'PART_COUNT' },
  pFovr: { ...number('%'), type: 'PATH_FEEDRATE_OVERRIDE' },
  p1Fact: { ...number('mm/s'), type: 'PATH_FEEDRATE', subType: 'ACTUAL' },
  S1speed: speed,
  S2speed: speed,
  S6speed: speed,
  S1load: load,
  S6load: load,
  X1load: load,
  YS1load: load,
  Z1load: load,
  Z4load: load,
  B1load: load,
  C3load: load,
  X1actw: position,
  Z1actw: position,
  YI1actw: position,
  system: { ...condition, type: 'SYSTEM' },
  CoolantSystem1_cond: { ...condition, type: 'SYSTEM' },
  ElectricSystem1_cond: { ...condition, type: 'SYSTEM' },
  HydraulicSystem1_cond: { ...condition, type: 'SYSTEM' },
  LubricationSystem1_cond: { ...condition, type: 'SYSTEM' },
  PneumaticSystem1_cond: { ...condition, type: 'SYSTEM' },
  LoaderSystem1_cond: { ...condition, type: 'SYSTEM' },
  WasteDisposalSystem1_cond: { ...condition, type: 'SYSTEM' },
  ToolingDeliverySystem1_cond: { ...condition, type: 'SYSTEM' },
  BarFeederSystem1_cond: { ...condition, type: 'SYSTEM' },
};
