import {
  type Binding,
  type ConnectorContext,
  conversion,
  metricSource,
  metricSourceAllowed,
  type PlantRequest,
} from '@twinfloor/core';
import type { Message } from '../internal/mqtt/connection.js';
import { commandPayload } from './command.js';
import type { BornMetric } from './edge-node.js';
import type { Tags } from './tags.js';
import { topicOf } from './topic.js';

/**
 * The command for what is asked of a signal.
 *
 * @param metricOf - what the births said of a metric; `undefined`: it is not there
 * @throws {Error} with a sentence for people if the metric cannot be asked for that
 */
export function requestMessage(
  { signal, value }: PlantRequest,
  bindings: readonly Binding[],
  context: ConnectorContext,
  tags: Tags,
  metricOf: (group: string, node: string, owner: string, name: string) => BornMetric | undefined,
): Message {
  const binding = bindings.find((each) => context.resolve(each.signal) === signal);
  const to = binding?.to ?? binding?.from;
  if (!binding || typeof to !== 'string') {
    throw new Error(`${context.address(signal)} is bound to no metric that can be asked for`);
  }
  const target = metricSource(to);
  if (!target) throw new Error(`${to} is no metric: ${metricSourceAllowed}`);
  const { group, node, device, metric: name } = target;
  const owner = to.slice(0, to.indexOf('#'));
  const metric = metricOf(group, node, owner, name);
  if (!metric) throw new Error(`${to} is not there: ${owner} is not born, or has no such metric`);
  const { unit } = context.definition(signal);
  const said = typeof value === 'number' ? inMetricUnit(binding, unit, tags, value) : value;
  return {
    topic: topicOf({ type: device === undefined ? 'NCMD' : 'DCMD', group, node, device }),
    payload: commandPayload({ ...metric, value: said }, Math.floor(context.now())),
  };
}

/** A value in the unit of the signal as the metric says it: without the unit first, then without the scale. */
function inMetricUnit(binding: Binding, unit: string | undefined, tags: Tags, value: number): number {
  const { from, to = from, scale } = binding;
  const tag = [to, from].map((each) => (typeof each === 'string' ? tags.get(each) : undefined)).find(Boolean);
  const metricUnit = binding.unit ?? (scale === undefined ? tag?.unit : undefined);
  const convert = unit !== undefined && metricUnit !== undefined ? conversion(unit, metricUnit) : undefined;
  return (convert ? convert(value) : value) / (scale ?? 1);
}
