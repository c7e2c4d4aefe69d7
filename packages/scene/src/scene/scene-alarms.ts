// What a scene loads when there are alarms to tell.
export { alarmsOf } from '@twinfloor/core/alarms';
