import type { Discover, Equipment } from '@twinfloor/core';
import { AgentClient } from './agent-client.js';
import { descriptionsOf, type DeviceDescription } from './device-descriptions.js';
import { type DeviceProposal, proposalOfDevice } from './device-proposal.js';
import type { ProbeDevice } from './probe-document.js';
import { readSettings } from './settings.js';

/**
 * Asks an MTConnect agent what it has and proposes an equipment for each device: its state with the words of
 * MTConnect, counts, program, conditions, and what is measured with its unit.
 *
 * @throws {RangeError} if a setting is wrong
 * @throws {Error} if the agent cannot be reached or does not answer with a device model; the message is for people
 */
export const discoverMtconnect: Discover = async (settings, { signal }) => {
  const entry = { type: 'mtconnect', id: 'mtconnect', bindings: [], settings };
  const client = new AgentClient(entry, readSettings(entry), signal);
  const refusals: Parameters<DeviceProposal['refuse']>[0][] = [];
  const refuse: DeviceProposal['refuse'] = (refusal) => void refusals.push(refusal);
  let devices: readonly ProbeDevice[] = [];
  let descriptions: readonly DeviceDescription[] = [];
  await client.ask('probe', {}, ({ text, format }) => {
    ({ devices } = format.readProbe(text, refuse));
    descriptions = descriptionsOf(text);
  });
  signal.throwIfAborted();
  const proposal: DeviceProposal = { signals: new Map(), bindings: [], refuse };
  const equipment: Equipment[] = [];
  devices.forEach((device, index) => {
    // An agent describes itself beside its devices, by an element of its own or by its adapters.
    const isAgent = device.dataItems.some(
      ({ component }) => component.type === 'Agent' || component.type === 'Adapter',
    );
    if (isAgent) return;
    const ids = equipment.map(({ id }) => id);
    equipment.push(proposalOfDevice(device, descriptions[index] ?? {}, ids, proposal));
  });
  if (equipment.length === 0)
    refuse({ place: 'probe', found: 'no device', allowed: 'an agent that has devices' });
  return {
    equipment,
    signals: [...proposal.signals.values()],
    connector: { ...settings, type: 'mtconnect', bindings: proposal.bindings },
    refusals,
  };
};
