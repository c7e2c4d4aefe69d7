import type { ConnectionsTerms } from '../en/connections.js';

/** In Simplified Chinese. */
export const connectionsTerms: ConnectionsTerms = {
  connectionStates: {
    connecting: '连接中',
    live: '在线',
    waiting: '已断开',
    failed: '失败',
    stopped: '已停止',
  },
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
