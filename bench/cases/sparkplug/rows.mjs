import protobuf from 'protobufjs';
import sparkplug from 'sparkplug-payload';
import { random } from '../../harness/random.mjs';
import { hand, handColumns, handFlat } from './hand.mjs';

// The inside of the connector: no entry of the package gives it.
const inside = new URL('../../../packages/connectors/dist/sparkplug/metric-columns.js', import.meta.url);
const { MetricColumns } = await import(inside.href);

const library = sparkplug.get('spBv1.0');
const different = 1000;

/** Fields as in the specification, as far as the messages have them. */
const { root } = protobuf.parse(`syntax = "proto2"; package sparkplug;
message Payload {
  message Metric {
    optional string name = 1; optional uint64 alias = 2; optional uint64 timestamp = 3; optional uint32 datatype = 4;
    oneof value {
      uint32 int_value = 10; uint64 long_value = 11; float float_value = 12; double double_value = 13;
      bool boolean_value = 14; string string_value = 15;
    }
  }
  optional uint64 timestamp = 1; repeated Metric metrics = 2; optional uint64 seq = 3;
}`);
const Payload = root.lookupType('sparkplug.Payload');

/** Messages of mixed types, all different, so that none is learnt by heart. */
function messagesOf({ metrics, isBirth }) {
  const next = random(8);
  const start = 1_700_000_000_000;
  return Array.from({ length: different }, (_, message) =>
    Uint8Array.from(
      library.encodePayload({
        timestamp: start + message,
        seq: message % 256,
        metrics: Array.from({ length: metrics }, (_, index) => {
          const [type, value] = valueOf(index, next());
          const name = isBirth ? { name: `Line1/Cell2/Machine${index}/Spindle/Speed` } : {};
          return { ...name, alias: index + 1, timestamp: start + message * 10 + index, type, value };
        }),
      }),
    ),
  );
}

function valueOf(index, share) {
  const whole = Math.floor(share * 10_000);
  const kinds = [
    ['Double', share * 100],
    ['Float', Math.fround(share)],
    ['Boolean', share < 0.5],
    ['Int32', whole],
    ['UInt64', whole * 1000],
  ];
  return kinds[index % kinds.length];
}

/** Each reads a message and gives how many metrics there are; `sum` gives what it read, for the oracle. */
const decoders = {
  'limit, hand decoder': (isBirth) => byHand(hand, isBirth),
  'limit, in one piece': (isBirth) => byHand(handFlat, isBirth),
  'our decoder'(isBirth) {
    const columns = new MetricColumns(256);
    const names = [];
    return {
      read(bytes) {
        columns.decode(bytes);
        if (isBirth) for (let row = 0; row < columns.length; row++) names[row] = columns.nameOf(row);
        return columns.length;
      },
      sum: (count) => ({
        ...summed(count, (row) => [columns.aliases[row], columns.times[row], columns.values[row]]),
        names: lettersOf(names),
      }),
    };
  },
  protobufjs() {
    let payload;
    const value = (metric) => Number(metric[metric.value]);
    return {
      read: (bytes) => (payload = Payload.decode(bytes)).metrics.length,
      sum: (count) => ({
        ...summed(count, (row) => {
          const metric = payload.metrics[row];
          return [Number(metric.alias), Number(metric.timestamp), value(metric)];
        }),
        names: lettersOf(payload.metrics.map(({ name }) => name)),
      }),
    };
  },
  'sparkplug-payload'() {
    let payload;
    return {
      read: (bytes) => (payload = library.decodePayload(bytes)).metrics.length,
      sum: (count) => ({
        ...summed(count, (row) => {
          const { alias, timestamp, value } = payload.metrics[row];
          return [Number(alias), Number(timestamp), Number(value)];
        }),
        names: lettersOf(payload.metrics.map(({ name }) => name ?? '')),
      }),
    };
  },
};

function byHand(decode, isBirth) {
  const names = isBirth ? [] : null;
  const { aliases, times, values } = handColumns;
  return {
    read: (bytes) => decode(bytes, names, handColumns),
    sum: (count) => ({
      ...summed(count, (row) => [aliases[row], times[row], values[row]]),
      names: lettersOf(names ?? []),
    }),
  };
}

function summed(count, row) {
  const sums = { aliases: 0, times: 0, values: 0 };
  for (let index = 0; index < count; index++) {
    const [alias, time, value] = row(index);
    sums.aliases += alias;
    sums.times += time;
    sums.values += value;
  }
  return sums;
}

const lettersOf = (names) => names.reduce((sum, name) => sum + name.length, 0);

export function prepare({ peer, metrics, isBirth, rounds }) {
  const messages = messagesOf({ metrics, isBirth });
  const { read, sum } = decoders[peer](isBirth);
  return {
    warm: 10,
    calls: 15,
    run() {
      let count = 0;
      for (let round = 0; round < rounds; round++) {
        for (let index = 0; index < different; index++) count += read(messages[index]);
      }
      return { count, ...sum(metrics) };
    },
    figures: (ms) => ({
      nsPerMetric: (ms * 1e6) / (rounds * different * metrics),
      millionPerSecond: (rounds * different * metrics) / ms / 1e3,
    }),
  };
}
