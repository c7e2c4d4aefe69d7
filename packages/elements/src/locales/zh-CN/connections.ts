import type { ConnectionsTerms } from '../en/connections.js';

const states: ConnectionsTerms['connectionStates'] = {
  connecting: '连接中',
  live: '在线',
  waiting: '已断开',
  failed: '失败',
  stopped: '已停止',
};

/** What our connectors say, and the same in Chinese. What a plant's own devices say stays as it is. */
const details: readonly (readonly [RegExp, string])[] = [
  [/^(.+) cannot be reached$/, '无法连接 $1'],
  [/^(.+): nothing heard for (\d+) s$/, '$1：$2 秒内没有收到数据'],
  [/^(.+): the agent ended the stream$/, '$1：采集代理结束了数据流'],
  [/^(.+)(?:: HTTP| answered) (\d+)$/, '$1 返回 HTTP $2'],
  [/^(.+) closed the connection$/, '$1 关闭了连接'],
  [/^(.+) has been silent for (\d+) s$/, '$1 已静默 $2 秒'],
];

/** In Simplified Chinese. */
export const connectionsTerms: ConnectionsTerms = {
  connectionStates: states,
  connectionDetail: (detail) => {
    for (const [said, words] of details) if (said.test(detail)) return detail.replace(said, words);
    return detail;
  },
  connectionCount: (count, state, isFirst) => `${count} 个${isFirst ? '数据源' : ''}${states[state]}`,
  connectionComma: '，',
  connections: '数据连接',
  noConnections: '车间文件没有数据源。',
  since: (time) => `自 ${time}`,
  lastMessage: '距上次消息',
  neverHeard: '从未收到消息',
  observations: '条数据',
  late: '条迟到',
  refused: '条被拒',
  nextTry: (duration, attempt) => `${duration}后第 ${attempt + 1} 次尝试。`,
  clockAhead: (duration) => `数据源时钟快 ${duration}。`,
  refusedInput: '被拒内容',
  refusalTime: '时间',
  place: '位置',
  found: '实际',
  allowed: '应为',
};
