/** The words of the page around the elements. */
export interface PageWords {
  /** Language of the elements and of the page. */
  readonly language: string;
  readonly workshop: string;
  readonly machines: string;
  readonly selected: string;
  readonly sources: string;
  readonly username: string;
  readonly password: string;
  readonly token: string;
  readonly signIn: string;
}

const english: PageWords = {
  language: 'en',
  workshop: 'Workshop',
  machines: 'Machines',
  selected: 'The selected machine',
  sources: 'Data sources',
  username: 'User name',
  password: 'Password',
  token: 'Token',
  signIn: 'Connect',
};

const chinese: PageWords = {
  language: 'zh-CN',
  workshop: '车间',
  machines: '设备',
  selected: '选中的设备',
  sources: '数据源',
  username: '用户名',
  password: '密码',
  token: '令牌',
  signIn: '连接',
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
