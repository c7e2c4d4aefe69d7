import { Agent, type AgentOptions } from './agent.js';

export { Agent, type AgentOptions } from './agent.js';
export type { AgentDeviceOptions } from './agent-device.js';
export type { AgentRecording, ConditionReport, RecordedSignal, RecordedValue } from './recording.js';
export { readShdr, type ShdrLog } from '../replay/shdr.js';

/**
 * Makes an agent for tests and examples.
 *
 * @throws {RangeError} if an option is wrong; the message names it, what was found and what is allowed
 *
 * @example
 * ```ts
 * const agent = createAgent({ prefix: '/agent', devices: [{ name: 'mill', recording: text }] });
 * createServer((request, response) => {
 *   if (!agent.handle(request, response)) serveFiles(request, response);
 * });
 * ```
 */
export function createAgent(options: AgentOptions): Agent {
  return new Agent(options);
}
