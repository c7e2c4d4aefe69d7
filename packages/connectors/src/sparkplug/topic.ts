import { sparkplugId } from '@twinfloor/core';

/** The first level of all topics of Sparkplug B. */
export const namespace = 'spBv1.0';

/** What an edge node publishes, and what it is sent. */
export type MessageType = `${'N' | 'D'}${'BIRTH' | 'DEATH' | 'DATA' | 'CMD'}`;

/** A topic of an edge node or of one of its devices. */
export interface EdgeTopic {
  readonly type: MessageType;
  readonly group: string;
  readonly node: string;
  /** Of the types that begin with D. */
  readonly device: string | undefined;
  /** Whom it is about: `group/node` or `group/node/device`. */
  readonly owner: string;
}

const types = /^[ND](BIRTH|DEATH|DATA|CMD)$/;

/** Takes a topic of an edge node apart; `undefined` for any other (Sparkplug 3.0, 4.1). */
export function edgeTopic(topic: string): EdgeTopic | undefined {
  const [space, group, type = '', node, device, ...others] = topic.split('/');
  if (space !== namespace || !types.test(type) || others.length > 0) return undefined;
  if (type.startsWith('D') !== (device !== undefined)) return undefined;
  const ids = device === undefined ? [group, node] : [group, node, device];
  if (!ids.every((id) => sparkplugId.pattern.test(id ?? ''))) return undefined;
  return { type: type as MessageType, group, node, device, owner: ids.join('/') };
}

/** The host application that a topic tells the state of; `undefined` for any other topic. */
export function stateTopicOf(topic: string): string | undefined {
  const [space, word, host, ...others] = topic.split('/');
  const isState = space === namespace && word === 'STATE' && others.length === 0;
  return isState && sparkplugId.pattern.test(host ?? '') ? host : undefined;
}

/** The topic of a message to or from an edge node or a device. */
export function topicOf({ type, group, node, device }: Omit<EdgeTopic, 'owner'>): string {
  const base = `${namespace}/${group}/${type}/${node}`;
  return device === undefined ? base : `${base}/${device}`;
}
