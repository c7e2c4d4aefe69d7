import type { ConnectorContext, ConnectorFactory, ConnectorSettings } from '@twinfloor/core';
import { Bindings } from '../internal/bindings.js';
import { BrokerSession } from '../internal/mqtt/broker-session.js';
import type { SocketConstructor } from '../internal/mqtt/socket.js';
import { Receiver } from './receiver.js';
import { type OpcuaJsonSettings, opcuaJsonSettings } from './settings.js';

export type { SocketConstructor, SocketLike } from '../internal/mqtt/socket.js';

/**
 * Reads OPC UA PubSub JSON (OPC 10000-14, the forms of 1.04 and 1.05) and the samples mode of OPC Publisher from an
 * MQTT broker. Settings:
 *
 * - `url`: `ws://` or `wss://`
 * - `topics`: what to subscribe to. Default: data, metadata and status below `opcua/json`
 * - `profile`: `machinery` binds fields with names of OPC UA for Machinery, Machine Tools, PackML and energy
 * - `equipment`: for the profile, whose data sets speak of an equipment, by its id: `publisher/writer`
 * - `qos`, `clientId`, `version`: as for `mqtt`
 *
 * In bindings `from` is `publisher/writer#field`, with `+` for any publisher or writer. There is no `request`: PubSub
 * has no message that writes a variable.
 */
export const opcuaJson: ConnectorFactory = opcuaJsonOver();

/**
 * The same for a host without a global WebSocket, as Node before 22: it brings one.
 *
 * @param socket - default: the global WebSocket
 */
export function opcuaJsonOver(socket?: SocketConstructor): ConnectorFactory {
  return (entry) => {
    const settings = opcuaJsonSettings(entry);
    return { run: (context) => run(entry, settings, socket, context) };
  };
}

async function run(
  entry: ConnectorSettings,
  { url, version, clientId, qos, topics, profile, equipment }: OpcuaJsonSettings,
  socket: SocketConstructor | undefined,
  context: ConnectorContext,
): Promise<void> {
  const { bindings: own } = entry;
  const bindings = new Bindings(own, context);
  // An equipment that the workshop has not is a wrong setting. @throws {RangeError}
  for (const id of Object.keys(equipment)) context.resolve(`${id}/state`, 'past');
  // Who binds no events and no names of companion specifications loads nothing for them.
  const hasEvents = profile || own.some(({ from }) => /^[^#]*##?$/.test(String(from)));
  const events = hasEvents ? await import('./event-condition.js') : undefined;
  const names = profile ? await import('./profile.js') : undefined;
  if (context.signal.aborted) return;
  const binder = names && new names.ProfileBinder(equipment, own, bindings);
  const subscriptions = topics.map((filter) => ({ filter, qos }));
  const receiver = new Receiver(bindings, context, subscriptions, events?.eventCondition, binder);
  const keepSession = clientId !== undefined && qos === 1;
  const broker = { entry, url, version, clientId, keepSession, socket };
  await new BrokerSession(broker, context, receiver).run();
}
