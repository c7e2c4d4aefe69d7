import type { Binding, SignalKind } from '@twinfloor/core';
import { ConformanceContext, type RecordedRow } from '@twinfloor/core/conformance';
import { Bindings } from '../internal/bindings.js';
import { eventCondition } from '../opcua-json/event-condition.js';
import { Receiver } from '../opcua-json/receiver.js';

const begin = Date.parse('2026-03-04T06:00:00Z');
/** A time in seconds after that of the test, as messages write it. */
export const at = (seconds: number): string => new Date(begin + 1000 * seconds).toISOString();

const signals: Readonly<Record<string, SignalKind>> = {
  'mill/power': 'number',
  'mill/program': 'text',
  'mill/comment': 'text',
  'mill/mode': 'text',
  'mill/conditions': 'condition',
  'saw/power': 'number',
};

/**
 * A receiver of OPC UA PubSub JSON whose observations come out as texts.
 *
 * @param from - what feeds a signal, by its address
 */
export function receiver(from: Readonly<Record<string, string>>) {
  let now = begin;
  const context = new ConformanceContext({ signals, now: () => now });
  const own: Binding[] = Object.entries(from).map(([signal, source]) => ({ signal, from: source }));
  const bindings = new Bindings(own, context);
  const target = new Receiver(bindings, context, [], eventCondition);
  const rows = (): string[] => {
    bindings.deliver();
    return context.rows.splice(0).map(rowText);
  };
  return {
    context,
    target,
    /** Sets the clock. */
    go: (seconds: number) => (now = begin + 1000 * seconds),
    /** The connection is lost at a time. */
    lose(seconds: number) {
      target.lost(begin + 1000 * seconds);
      bindings.gap(begin + 1000 * seconds);
      return rows();
    },
    /** What follows from a message. */
    take(message: unknown, topic = 'plant/ua', isRetained = false): string[] {
      const text = typeof message === 'string' ? message : JSON.stringify(message);
      target.take(topic, new TextEncoder().encode(text), isRetained);
      return rows();
    },
  };
}

function rowText({ signal, time, value, quality }: RecordedRow): string {
  const shown = typeof value === 'object' ? `${value.key}|${value.level}|${value.code ?? ''}` : String(value);
  return `${signal} ${shown} at ${(time - begin) / 1000}${quality === 'good' || value === undefined ? '' : ` ${quality}`}`;
}

/** A data set message of the writer 1. */
export function keyFrame(sequence: number, seconds: number, payload: object, type = 'ua-keyframe'): object {
  return {
    DataSetWriterId: 1,
    SequenceNumber: sequence,
    MessageType: type,
    Timestamp: at(seconds),
    Payload: payload,
  };
}

/** A network message of the publisher P. */
export const network = (...messages: object[]): object => ({
  MessageId: '1',
  MessageType: 'ua-data',
  PublisherId: 'P',
  Messages: messages,
});
