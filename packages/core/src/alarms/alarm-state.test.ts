import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SeededRandom } from '../testing/random.js';
import {
  alarmState,
  type AlarmBehaviour,
  type AlarmSituation,
  type AlarmState,
  alarmStates,
  alarmSubStates,
  type AlarmTrigger,
  alarmTriggers,
  isHidden,
  nextSituation,
  normalSituation,
} from './alarm-state.js';

/** The situation after some triggers, from normal. */
function after(triggers: readonly AlarmTrigger[], behaviour: AlarmBehaviour = {}): AlarmSituation {
  return triggers.reduce((before, trigger) => nextSituation(before, trigger, behaviour), normalSituation);
}

describe('the states of an alarm', () => {
  const paths: readonly (readonly [AlarmState, readonly AlarmTrigger[], AlarmBehaviour?])[] = [
    ['normal', []],
    ['unacknowledged', ['alarm']],
    ['acknowledged', ['alarm', 'acknowledge']],
    ['returnedUnacknowledged', ['alarm', 'return']],
    ['latchedUnacknowledged', ['alarm', 'return'], { latched: true }],
    ['latchedAcknowledged', ['alarm', 'acknowledge', 'return'], { latched: true }],
    ['shelved', ['alarm', 'shelve']],
    ['suppressedByDesign', ['alarm', 'suppress']],
    ['outOfService', ['alarm', 'removeFromService']],
  ];
  // Each row: a state, and what each trigger makes of it; what is not named leaves it as it is.
  const rows: Readonly<Record<AlarmState, Partial<Record<AlarmTrigger, AlarmState>>>> = {
    normal: { alarm: 'unacknowledged' },
    unacknowledged: { acknowledge: 'acknowledged', return: 'returnedUnacknowledged' },
    acknowledged: { return: 'normal', alarm: 'unacknowledged' },
    returnedUnacknowledged: { acknowledge: 'normal', alarm: 'unacknowledged' },
    latchedUnacknowledged: { acknowledge: 'latchedAcknowledged', reset: 'normal', alarm: 'unacknowledged' },
    latchedAcknowledged: { reset: 'normal', alarm: 'unacknowledged' },
    shelved: { unshelve: 'unacknowledged' },
    suppressedByDesign: { unsuppress: 'unacknowledged' },
    outOfService: { returnToService: 'unacknowledged' },
  };
  const hides: Partial<Record<AlarmTrigger, AlarmState>> = {
    shelve: 'shelved',
    suppress: 'suppressedByDesign',
    removeFromService: 'outOfService',
  };
  /** Out of service hides suppressed by design, which hides shelved. */
  const hidden: readonly AlarmState[] = ['shelved', 'suppressedByDesign', 'outOfService'];

  for (const [state, path, behaviour] of paths) {
    it(`${state} is left as ISA-18.2 says`, () => {
      const situation = after(path, behaviour);
      assert.equal(alarmState(situation), state);
      for (const trigger of alarmTriggers) {
        let expected = rows[state][trigger] ?? state;
        const hiding = hides[trigger];
        if (hiding && hidden.indexOf(hiding) > hidden.indexOf(state)) expected = hiding;
        assert.equal(alarmState(nextSituation(situation, trigger, behaviour)), expected, trigger);
      }
    });
  }

  it('have all a path of their own in the table', () => {
    assert.deepEqual(
      paths.map(([state]) => state),
      [...alarmStates],
    );
  });

  it('leave returned unacknowledged out where the alarm acknowledges itself', () => {
    assert.equal(alarmState(after(['alarm', 'return'], { autoAcknowledge: true })), 'normal');
  });

  it('end latched and acknowledged where a latched alarm acknowledges itself', () => {
    const behaviour = { autoAcknowledge: true, latched: true };
    assert.equal(alarmState(after(['alarm', 'return'], behaviour)), 'latchedAcknowledged');
  });

  it('are the real ones again after the shelf', () => {
    assert.equal(alarmState(after(['shelve', 'alarm', 'unshelve'])), 'unacknowledged');
    assert.equal(alarmState(after(['alarm', 'shelve', 'acknowledge', 'unshelve'])), 'acknowledged');
    assert.equal(alarmState(after(['alarm', 'shelve', 'return', 'unshelve'])), 'returnedUnacknowledged');
  });

  it('ask nobody about what came and went while it was hidden', () => {
    assert.equal(alarmState(after(['suppress', 'alarm', 'return', 'unsuppress'])), 'normal');
    assert.equal(after(['suppress', 'alarm', 'return']).acknowledged, true);
  });

  it('still ask about what was shown, hidden before anybody saw it, and became more urgent there', () => {
    const triggers: AlarmTrigger[] = ['alarm', 'shelve', 'alarm', 'return', 'unshelve'];
    assert.equal(alarmState(after(triggers)), 'returnedUnacknowledged');
  });

  it('keep what came and went while it was hidden if it is latched', () => {
    const triggers: AlarmTrigger[] = ['suppress', 'alarm', 'return', 'unsuppress'];
    assert.equal(alarmState(after(triggers, { latched: true })), 'latchedUnacknowledged');
  });

  it('stay hidden until the last that hides it ends', () => {
    assert.equal(alarmState(after(['alarm', 'shelve', 'suppress', 'unshelve'])), 'suppressedByDesign');
  });

  for (let seed = 1; seed <= 20; seed++) {
    it(`are never impossible, whatever happens, seed ${seed}`, () => {
      const random = new SeededRandom(seed);
      for (const latched of [false, true]) {
        for (const autoAcknowledge of [false, true]) {
          let situation = normalSituation;
          for (let step = 0; step < 500; step++) {
            const before = situation;
            const trigger = random.pick(alarmTriggers);
            situation = nextSituation(before, trigger, { latched, autoAcknowledge });
            const { active, acknowledged, annunciated } = situation;
            const said = `${JSON.stringify(before)} ${trigger} ${JSON.stringify(situation)}`;
            assert.ok(!(active && situation.latched), said);
            assert.ok(latched || !situation.latched, said);
            // Nobody is asked to acknowledge what nobody was shown.
            assert.ok(acknowledged || annunciated || isHidden(situation), said);
            if (alarmState(situation) === 'normal') assert.deepEqual(situation, normalSituation, said);
            if (autoAcknowledge) assert.notEqual(alarmState(situation), 'returnedUnacknowledged', said);
            const { retain, activeState, ackedState, latchedState } = alarmSubStates(situation, { latched });
            assert.equal(activeState, active, said);
            assert.equal(ackedState, acknowledged, said);
            assert.equal(latchedState, latched && (active || situation.latched), said);
            assert.equal(retain, active || !acknowledged || situation.latched, said);
          }
        }
      }
    });
  }
});

describe('alarmSubStates()', () => {
  it('tells the sub-states of OPC UA, which are independent of each other', () => {
    assert.deepEqual(
      alarmSubStates(after(['alarm', 'shelve', 'suppress', 'acknowledge']), { latched: true }),
      {
        activeState: true,
        ackedState: true,
        suppressedState: true,
        outOfServiceState: false,
        shelvingState: 'TimedShelved',
        latchedState: true,
        retain: true,
      },
    );
  });
});
