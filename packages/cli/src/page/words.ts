/** The words of the page around the elements. */
export interface PageWords {
  /** Language of the elements and of the page. */
  readonly language: string;
  readonly workshop: string;
  readonly plan: string;
  readonly scene: string;
  readonly machines: string;
  readonly states: string;
  readonly selected: string;
  readonly sources: string;
  /** What to do when the workshop has no source of data. */
  readonly noSources: string;
}

const english: PageWords = {
  language: 'en',
  workshop: 'Workshop',
  plan: 'Floor plan',
  scene: 'In 3D',
  machines: 'Machines',
  states: 'States',
  selected: 'The selected machine',
  sources: 'Data sources',
  noSources: 'The workshop file names no data source yet: its machines show no data.',
};

const chinese: PageWords = {
  language: 'zh-CN',
  workshop: '车间',
  plan: '平面图',
  scene: '三维',
  machines: '设备',
  states: '状态',
  selected: '选中的设备',
  sources: '数据源',
  noSources: '车间文件还没有数据源：设备没有数据。',
};

/**
 * The words in the language that a browser asks for: Chinese where it comes before English, else English.
 *
 * @param accepted - the header `Accept-Language`
 */
export function pageWords(accepted = ''): PageWords {
  const wanted = accepted
    .split(',')
    .map((part) => {
      const [tag, quality] = part.trim().split(/\s*;\s*q=/);
      return { tag: tag.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .sort((a, b) => b.quality - a.quality)
    .find(({ tag }) => /^(en|zh)(-|$)/.test(tag));
  return wanted?.tag.startsWith('zh') ? chinese : english;
}
