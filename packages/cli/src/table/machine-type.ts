import { type EquipmentType, equipmentType } from '@twinfloor/core';

/** Chinese words in names of machines; the first that is found counts, so the longer and narrower ones stand before. */
const chinese: readonly (readonly [word: RegExp, type: EquipmentType])[] = [
  [/加工中心|铣床|镗床|钻床|钻攻|雕铣/, 'machiningCentre'],
  [/车床|数控车|车削/, 'lathe'],
  [/磨床|磨削/, 'grinder'],
  [/注塑|压铸/, 'injectionMoulder'],
  [/冲床|压力机|液压机|油压机|冲压|折弯/, 'press'],
  [/焊/, 'weldingCell'],
  [/机器人|机械手|机械臂/, 'robot'],
  [/输送|传送|皮带线|流水线/, 'conveyor'],
  [/锅炉/, 'boiler'],
  [/炉|烘箱|烤箱|烘干/, 'oven'],
  [/反应釜|反应器/, 'reactor'],
  [/空压机|压缩机/, 'compressor'],
  [/泵/, 'pump'],
  [/货架|料架|立体库|仓库|料库/, 'storageRack'],
  [/罐|储槽/, 'tank'],
  [/织机|织布|纺/, 'loom'],
  [/包装|打包|装箱|码垛/, 'packagingMachine'],
  [/检测|检验|三坐标|测量|质检/, 'inspectionStation'],
  [/装配|组装/, 'assemblyStation'],
  [/小车|叉车|AGV/i, 'vehicle'],
  [/电表|电能表|水表|气表|仪表/, 'meter'],
];

/**
 * The type that the words of a table or of a name mean, in English or Chinese: `CNC lathe 3`, `3号车床`. Of several
 * English words the last one counts: a welding robot is a robot. `undefined`: none is known.
 */
export function machineType(words: string): EquipmentType | undefined {
  const whole = equipmentType(words);
  if (whole !== 'generic') return whole;
  const found = chinese.find(([pattern]) => pattern.test(words));
  if (found) return found[1];
  const parts = words.replace(/([a-z])([A-Z])/g, '$1 $2').split(/[^A-Za-z]+/);
  const pairs = parts.slice(1).map((part, index) => `${parts[index]} ${part}`);
  for (const group of [pairs, parts]) {
    const last = group.map((part) => equipmentType(part)).findLast((type) => type !== 'generic');
    if (last) return last;
  }
  return undefined;
}
