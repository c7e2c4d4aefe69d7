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
  [/^(.+) cannot be reached: (.+)$/, '无法连接 $1：$2'],
  [/^(.+) closed the connection: (.+)$/, '$1 关闭了连接：$2'],
  [/^(.+) did not answer within (\S+) s$/, '$1 在 $2 秒内没有应答'],
  [/^(.+) did not send JSON$/, '$1 返回的不是 JSON'],
  [/^(.+) sent no stream of events$/, '$1 返回的不是事件流'],
  [/^the historian says: (.+)$/, '历史数据库返回错误：$1'],
  [/^the broker refuses user name or password$/, 'MQTT 服务器拒绝用户名或密码'],
  [/^the broker gives no permission$/, 'MQTT 服务器未授权'],
  [/^the broker refuses the client id$/, 'MQTT 服务器拒绝客户端标识'],
  [/^the broker is not available$/, 'MQTT 服务器不可用'],
  [/^the broker is busy$/, 'MQTT 服务器繁忙'],
  [/^the broker is shutting down$/, 'MQTT 服务器正在关闭'],
  [/^the broker refuses the connection with code (\d+)$/, 'MQTT 服务器拒绝连接，代码 $1'],
];

/** In Simplified Chinese. */
export const connectionsTerms: ConnectionsTerms = {
  connectionTypes: {
    aas: '资产管理壳（AAS）',
    history: '历史数据库',
    mqtt: 'MQTT',
    mtconnect: 'MTConnect',
    'opcua-json': 'OPC UA PubSub',
    replay: '录制数据',
    rest: 'REST',
    simulator: '仿真',
    sparkplug: 'Sparkplug B',
    sse: '事件流（SSE）',
    store: '浏览器存储',
    websocket: 'WebSocket',
  },
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
