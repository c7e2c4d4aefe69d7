import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixture, fixtures } from '../testing/fixtures.js';
import { edgeTopic, stateTopicOf, topicOf } from './topic.js';

fixtures('Sparkplug topics', () => {
  type Case = Readonly<Record<'topic', string>> &
    Readonly<Record<'namespace' | 'messageType' | 'edgeNode' | 'device' | 'host', string | null>>;
  const cases = JSON.parse(fixture('sparkplug/hivemq-topics.json')) as Case[];
  for (const each of cases) {
    test(`the topic ${each.topic} is read as another implementation reads it, STATE under a group is none`, () => {
      const found = edgeTopic(each.topic);
      // The peer knows a form of STATE that the specification does not have.
      const isEdge = each.edgeNode !== null && each.messageType !== null && each.namespace === 'spBv1.0';
      const isRight = isEdge && each.messageType!.startsWith('D') === (each.device !== null);
      if (!isRight) assert.equal(found, undefined);
      else
        assert.deepEqual(
          [found?.type, found?.node, found?.device ?? null],
          [each.messageType, each.edgeNode, each.device],
        );
    });
  }
});

test('ids of any letters but /, + and # are read from a topic and written back; device ids only where they belong', () => {
  for (const topic of ['spBv1.0/车间/NBIRTH/边缘 1', 'spBv1.0/g/DDATA/n/d.1 ü']) {
    assert.equal(topicOf(edgeTopic(topic)!), topic);
  }
  for (const topic of [
    'spBv1.0/g/NBIRTH/n/d',
    'spBv1.0/g/DBIRTH/n',
    'spBv1.0//NBIRTH/n',
    'spBv1.0/g/NBIRTH/',
    'spBv1.0/g/DBIRTH/n/+',
    'spBv1.0/g/NBIRTHS/n',
    'spAv1.0/g/NBIRTH/n',
    'spBv1.0/g/DDATA/n/d/e',
  ]) {
    assert.equal(edgeTopic(topic), undefined, topic);
  }
  assert.equal(stateTopicOf('spBv1.0/STATE/scada1'), 'scada1');
  assert.equal(stateTopicOf('spBv1.0/g/STATE/scada1'), undefined);
});
