/** What runs in the page; each function is sent there as it is, so none uses anything from outside. */

/** Starts a twin whose clock runs as that of the senders, and elements that show it. */
export async function start({ workshop, begin, wall, speed, seed }) {
  const { Clock, Twin, parseWorkshop } = await import('/twinfloor.js');
  let state = seed >>> 0;
  Math.random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  window.clockError = 0;
  // All that is handed over and how connections stand, in its order; what is told here is taken away in time.
  const events = (window.events = []);
  window.WebSocket = class extends WebSocket {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', ({ data }) => {
        const [type, , flags] = new Uint8Array(data, 0, Math.min(3, data.byteLength));
        if (this.isKept && type >> 4 === 2)
          events.push({ wall: Date.now(), id: 'kept', session: flags === 1 });
      });
    }
    send(data) {
      const bytes = new Uint8Array(data.buffer ?? data, data.byteOffset ?? 0, data.byteLength);
      if (bytes[0] === 0x10) this.isKept = new TextDecoder().decode(bytes).includes('chaos-page');
      super.send(data);
    }
  };
  const clock = new Clock(() => begin + (Date.now() - wall) * speed + window.clockError);
  const twin = (window.twin = new Twin(parseWorkshop(workshop), {
    clock,
    scheduler: (callback) => void requestAnimationFrame(callback),
  }));
  for (const tag of ['twin-equipment-grid', 'twin-connections'])
    document.body.append(Object.assign(document.createElement(tag), { twin }));
  for (const connection of twin.connections) {
    let before;
    connection.subscribe(() => {
      const { state } = connection.status;
      if (state === before) return;
      before = state;
      const wall = Date.now();
      events.push({ wall, id: connection.id, state });
      void window.told(connection.id, state, wall);
    });
  }
  twin.tap((batch, { id }) => {
    const rows = [];
    for (let row = 0; row < batch.length; row++) {
      const [kind, value] = [batch.kinds[row], batch.values[row]];
      const { level } = batch.conditions[kind === 4 ? value : -1] ?? {};
      const said = [
        null,
        value,
        undefined,
        kind === 3 && batch.stateAt(row),
        level === 'unavailable' ? null : level,
      ];
      rows.push([twin.signalOf(batch.signals[row]).address, batch.times[row], said[kind]]);
    }
    events.push({ wall: Date.now(), now: clock.now(), id, rows });
  });
  twin.start();
}

/** What the page knows at the end. */
export function known({ machines, begin, end }) {
  const interval = { from: begin, to: end };
  const all = { from: begin, to: end + 1 };
  return machines.map((id) => {
    const state = twin.series(`${id}/state`, 'state');
    const count = twin.series(`${id}/producedCount`, 'counter');
    const energy = twin.series(`${id}/energy`, 'counter');
    const power = twin.series(`${id}/power`, 'number');
    const conditions = twin.series(`${id}/conditions`, 'condition');
    const samples = [];
    for (let index = 0; index < power.length; index++) {
      const value = power.valueAt(index);
      if (value !== undefined && power.timeAt(index) <= end) samples.push([power.timeAt(index), value]);
    }
    return {
      id,
      segments: state.segments(interval).map(({ from, to, state }) => ({ from, to, state })),
      times: [...state.timePerState(interval)],
      covered: state.covered(interval),
      produced: count.count(all),
      energy: energy.amount(all),
      samples,
      faults: [...conditions.activations(all).values()].reduce((sum, each) => sum + each, 0),
    };
  });
}

/** Whether the last word of each machine has come. */
export function isComplete({ machines, end }) {
  return machines.every((id) => (twin.series(`${id}/energy`, 'counter')?.lastTime ?? 0) >= end);
}

/** What the connections counted. */
export function counted() {
  return twin.connections.map(({ id, observations, late, refusals }) => ({
    id,
    observations,
    late,
    refused: refusals.count,
    refusals: refusals.newest.slice(-5),
  }));
}
