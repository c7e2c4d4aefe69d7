/** What a column of a table of machines can say. */
export const columnKeys = [
  'id',
  'name',
  'englishName',
  'chineseName',
  'type',
  'line',
  'area',
  'manufacturer',
  'model',
  'serialNumber',
  'ratedPower',
  'idealCycle',
  'topic',
  'x',
  'y',
] as const;

/** What a column of a table of machines says. */
export type ColumnKey = (typeof columnKeys)[number];

/** The heads by which a column is known, without units, blanks and punctuation; capitals do not matter. */
export const columnHeads: Readonly<Record<ColumnKey, readonly string[]>> = {
  id: [
    'id',
    'number',
    'machine id',
    'equipment id',
    '编号',
    '设备编号',
    '机台号',
    '资产编号',
    '设备号',
    '代号',
  ],
  name: [
    'name',
    'machine',
    'machine name',
    'equipment',
    '名称',
    '设备名称',
    '设备',
    '机台',
    '机器',
    '设备名',
  ],
  englishName: ['english name', 'name en', '英文名称', '英文名'],
  chineseName: ['chinese name', 'name zh', '中文名称', '中文名'],
  type: ['type', 'kind', 'machine type', 'equipment type', '类型', '设备类型', '类别', '种类', '设备类别'],
  line: ['line', 'production line', 'cell', '产线', '生产线', '线体', '线别', '单元', '班组', '工段'],
  area: ['area', 'workshop', 'hall', 'shop', 'department', '车间', '区域', '厂房', '部门'],
  manufacturer: ['manufacturer', 'maker', 'brand', 'vendor', '厂家', '制造商', '生产厂家', '品牌', '厂商'],
  model: ['model', 'model name', '型号', '规格型号', '设备型号'],
  serialNumber: ['serial', 'serial number', 'serial no', 'sn', '序列号', '出厂编号'],
  ratedPower: ['rated power', 'power', '功率', '额定功率', '装机功率'],
  idealCycle: ['ideal cycle', 'cycle', 'cycle time', 'ideal cycle time', '节拍', '理想节拍', '标准节拍'],
  topic: ['topic', 'mqtt topic', '主题', 'mqtt主题'],
  x: ['x', 'position x', 'x坐标'],
  y: ['y', 'position y', 'y坐标'],
};

/** A unit that may stand in a head or behind a number: what a number in it is multiplied by. */
const units: Readonly<Record<string, readonly [key: ColumnKey, factor: number]>> = {
  kw: ['ratedPower', 1],
  千瓦: ['ratedPower', 1],
  w: ['ratedPower', 0.001],
  瓦: ['ratedPower', 0.001],
  mw: ['ratedPower', 1000],
  s: ['idealCycle', 1],
  sec: ['idealCycle', 1],
  seconds: ['idealCycle', 1],
  秒: ['idealCycle', 1],
  ms: ['idealCycle', 0.001],
  毫秒: ['idealCycle', 0.001],
  min: ['idealCycle', 60],
  minutes: ['idealCycle', 60],
  分: ['idealCycle', 60],
  分钟: ['idealCycle', 60],
  m: ['x', 1],
  米: ['x', 1],
};

/** A column that a head names. */
export interface KnownColumn {
  readonly key: ColumnKey;
  /** What its numbers are multiplied by to be kW, seconds or metres. */
  readonly factor: number;
}

const known = new Map(columnKeys.flatMap((key) => columnHeads[key].map((head) => [letters(head), key])));

/** The column that a head names: `Rated power (W)`, `额定功率/kW`. `undefined`: none that is known. */
export function columnNamed(head: string): KnownColumn | undefined {
  const plain = head.normalize('NFKC').trim();
  const whole = known.get(letters(plain));
  if (whole) return { key: whole, factor: 1 };
  const parts = /^(.*?)[\s([/_,-]+([\p{L}]+)[\s)\].]*$/u.exec(plain);
  if (!parts) return undefined;
  const key = known.get(letters(parts[1]));
  const factor = key && unitFactor(parts[2], key);
  return key === undefined || factor === undefined ? undefined : { key, factor };
}

/** What a number in a unit is multiplied by; `undefined`: no unit of that column. */
export function unitFactor(unit: string, key: ColumnKey): number | undefined {
  const word = unit.toLowerCase();
  const found = Object.hasOwn(units, word) ? units[word] : undefined;
  return found && (found[0] === key || (found[0] === 'x' && key === 'y')) ? found[1] : undefined;
}

function letters(head: string): string {
  return head.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
