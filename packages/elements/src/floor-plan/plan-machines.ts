import { type EquipmentState, stateCode } from '@twinfloor/core';
import type { Ink } from '../charts/ink.js';
import { loudness } from '../charts/state-marks.js';
import { equipmentIcon } from '../internal/equipment-icon.js';
import { stateGlyphs } from '../internal/state-glyph.js';
import type { Box, Crowd } from './crowd.js';
import { heatColours } from '../internal/plan-heat.js';
import { isVehicle, type PlanView, type SeenMachine } from './plan-view.js';

/** A body smaller than this has no icon; one that is smaller than `leastBody` is a spot of its state. */
const leastIcon = 15;
const leastBody = 4;
/** Half the size of a pin. */
const pin = 9.5;

const dashed = new Set<EquipmentState>(['offline', 'plannedStop', 'unknown']);
const withoutPin = new Set<EquipmentState>(['running', 'offline', 'plannedStop']);

const paths = new Map<string, Path2D>();

/** The path of an icon or a glyph, made once. */
function pathOf(outline: string): Path2D {
  let path = paths.get(outline);
  if (!path) paths.set(outline, (path = new Path2D(outline)));
  return path;
}

/** What a machine covers, with its plate or as much room as is told. */
export function boxOf({ x, y, reachX, reachY }: SeenMachine, room = 3): Box {
  return {
    x: x - reachX - room,
    y: y - reachY - room,
    width: 2 * (reachX + room),
    height: 2 * (reachY + room),
  };
}

/** Paints the bodies: neutral, on a plate that has the form and the colour of the state. */
export function paintMachines(ink: Ink, view: PlanView, seen: readonly SeenMachine[]): void {
  for (const one of seen) {
    const { context } = ink;
    context.save();
    context.translate(one.x, one.y);
    context.rotate((-one.rotation * Math.PI) / 180);
    paintPlate(context, one, view);
    const inkColour = paintBody(context, one, view);
    context.restore();
    paintInside(ink, one, view, inkColour);
  }
  ink.context.setLineDash([]);
}

function paintPlate(context: CanvasRenderingContext2D, one: SeenMachine, { colours, heat }: PlanView): void {
  const { state, width, height } = one;
  const room = Math.max(2, Math.min(5, height * 0.14));
  const box = [-width / 2 - room, -height / 2 - room, width + 2 * room, height + 2 * room] as const;
  if (heat && state !== 'fault') return;
  const mark = colours.of(`state-${state}`);
  const isDashed = dashed.has(state);
  context.setLineDash(isDashed ? [3, 3] : []);
  context.lineWidth = loudness[stateCode[state]] >= loudness[stateCode.starved] ? 2 : 1.25;
  context.strokeStyle = mark;
  if (!isDashed) {
    context.fillStyle = state === 'fault' ? mark : colours.of(`state-wash-${state}`);
    context.fillRect(...box);
  }
  context.strokeRect(...box);
}

/** Paints the body; returns the ink that can be read on it. */
function paintBody(context: CanvasRenderingContext2D, one: SeenMachine, view: PlanView): string {
  const { state, width, height } = one;
  const { colours, heat } = view;
  const value = heat?.values.get(one.id);
  const box = [-width / 2, -height / 2, width, height] as const;
  let [ground, ink] = [colours.of('surface-raised'), colours.of('text-secondary')];
  if (heat && value !== undefined) [ground, ink] = heatColours(value, heat, colours);
  else if (Math.min(width, height) < leastBody) ground = colours.of(`state-${state}`);
  else if (state === 'fault') {
    [ground, ink] = [colours.of('state-wash-fault'), colours.of('state-text-fault')];
  }
  const isDim = state === 'unknown' || (heat !== undefined && value === undefined);
  context.setLineDash(isDim ? [3, 2] : []);
  context.lineWidth = 1;
  context.fillStyle = ground;
  context.strokeStyle = colours.of('line-strong');
  context.globalAlpha = isDim ? 0.55 : 1;
  context.fillRect(...box);
  context.globalAlpha = 1;
  if (Math.min(width, height) >= leastBody) context.strokeRect(...box);
  // A vehicle shows where it is going.
  if (isVehicle(one) && height >= leastBody) {
    context.beginPath();
    context.moveTo(width / 2, 0);
    context.lineTo(width / 2 - height / 2, -height / 2);
    context.lineTo(width / 2 - height / 2, height / 2);
    context.closePath();
    context.fillStyle = colours.of('line-strong');
    context.fill();
  }
  return ink;
}

/** The icon of the type, or the figure of a heat map where it fits. */
function paintInside(ink: Ink, one: SeenMachine, { heat }: PlanView, colour: string): void {
  const { context } = ink;
  const value = heat?.values.get(one.id);
  if (heat && value !== undefined) {
    const text = heat.text(value);
    ink.face(11);
    if (ink.width(text) + 6 <= 2 * one.reachX && 2 * one.reachY >= 14)
      ink.text(text, one.x, one.y + 4, colour, 'center');
    return;
  }
  const icon = equipmentIcon(one.machine.equipment);
  const room = 2 * Math.min(one.reachX, one.reachY);
  if (heat || !icon || room < leastIcon || isVehicle(one)) return;
  const size = Math.min(28, room - 4);
  context.save();
  context.translate(one.x - size / 2, one.y - size / 2);
  context.scale(size / 24, size / 24);
  context.lineWidth = 36 / size;
  context.strokeStyle = colour;
  context.setLineDash([]);
  context.stroke(pathOf(icon));
  context.restore();
}

/**
 * Paints a pin with the glyph over each machine that is not running, the loudest first; what would cover another pin is
 * left out, a fault never. Where there is room, a fault has words.
 */
export function paintPins(ink: Ink, view: PlanView, seen: readonly SeenMachine[], crowd: Crowd): void {
  const pinned = seen
    .filter(({ state }) => (view.heat ? state === 'fault' : !withoutPin.has(state)))
    .toSorted((a, b) => loudness[stateCode[b.state]] - loudness[stateCode[a.state]]);
  const placed = new Map<SeenMachine, Box>();
  for (const one of pinned) {
    const isFault = one.state === 'fault';
    if (!isFault && Math.max(one.reachX, one.reachY) < pin) continue;
    const y = Math.max(one.y - one.reachY - 1, pin + 2);
    const box = { x: one.x - pin, y: y - pin, width: 2 * pin, height: 2 * pin };
    if (crowd.take(box) || isFault) placed.set(one, box);
  }
  for (const [one, box] of placed) {
    if (one.state === 'fault' && paintFlag(ink, view, one, box, crowd)) continue;
    paintPin(ink.context, one.x, box.y + pin, one.state, view);
  }
}

function paintPin(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  state: EquipmentState,
  { colours }: PlanView,
): void {
  const mark = colours.of(`state-${state}`);
  context.beginPath();
  context.arc(x, y, pin, 0, 2 * Math.PI);
  const isFault = state === 'fault';
  context.fillStyle = isFault ? mark : colours.of('surface-raised');
  context.fill();
  context.strokeStyle = isFault ? colours.of('surface') : mark;
  context.lineWidth = 1.5;
  context.stroke();
  paintGlyph(context, state, x, y, 12, isFault ? colours.of('state-on-fault') : mark);
}

/** A fault in words: `Press 04 Fault 44 min`. Returns whether there was room. */
function paintFlag(ink: Ink, view: PlanView, one: SeenMachine, pinned: Box, crowd: Crowd): boolean {
  const { twin, colours, language, camera } = view;
  const { terms, formats } = language;
  const duration = one.since === undefined ? '' : formats.duration(Math.max(0, twin.clock.now() - one.since));
  const words = `${terms.states.fault} ${duration}`;
  const nameWidth = ink.face(12, true).width(one.name);
  const width = 30 + nameWidth + 5 + ink.face(12).width(words);
  const middle = pinned.y + pin;
  const x = [one.x - 13, one.x - width / 2, one.x + 13 - width].find(
    (left) =>
      left >= 4 &&
      left + width <= camera.width - 4 &&
      crowd.take({ x: left, y: middle - 12, width, height: 24 }, pinned),
  );
  if (x === undefined) return false;
  const { context } = ink;
  const on = colours.of('state-on-fault');
  context.fillStyle = colours.of('state-fault');
  context.beginPath();
  context.roundRect(x, middle - 12, width, 24, 2);
  context.fill();
  paintGlyph(context, 'fault', x + 13, middle, 13, on);
  ink.face(12, true).text(one.name, x + 24, middle + 4.5, on);
  ink.face(12).text(words, x + 24 + nameWidth + 5, middle + 4.5, on);
  return true;
}

function paintGlyph(
  context: CanvasRenderingContext2D,
  state: EquipmentState,
  x: number,
  y: number,
  size: number,
  colour: string,
): void {
  context.save();
  context.translate(x - size / 2, y - size / 2);
  context.scale(size / 24, size / 24);
  context.fillStyle = colour;
  context.fill(pathOf(stateGlyphs[state]), 'evenodd');
  context.restore();
}
