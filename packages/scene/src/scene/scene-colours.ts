import { equipmentStates } from '@twinfloor/core';
import { type Colours, heatSteps } from '@twinfloor/elements/parts';
import type { SceneColours } from '../three/palette.js';

/** The colours of a scene from the tokens of its place. */
export function sceneColours(colours: Colours): SceneColours {
  return {
    background: colours.of('surface-sunken'),
    surface: colours.of('surface'),
    raised: colours.of('surface-raised'),
    ink: colours.of('text-primary'),
    lettering: colours.of('text-secondary'),
    states: equipmentStates.map((state) => colours.of(`state-${state}`)),
    onFault: colours.of('state-on-fault'),
    alarms: [1, 2, 3, 4].map((priority) => colours.of(`alarm-${priority as 1 | 2 | 3 | 4}`)),
    onAlarm: colours.of('alarm-on-1'),
    alarmEdge: colours.of('alarm-edge'),
    ramp: heatSteps.map((step) => colours.of(`sequential-${step}`)),
  };
}
