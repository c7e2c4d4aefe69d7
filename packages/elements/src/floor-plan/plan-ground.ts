import { textIn } from '@twinfloor/core';
import { type Ink, sharp } from '../charts/ink.js';
import type { Crowd } from './crowd.js';
import type { PlanFloor } from '../internal/plan-layout.js';
import type { PlanView } from './plan-view.js';

/** Paints what machines stand on: floors with zones and aisles. */
export function paintGround(ink: Ink, view: PlanView): void {
  for (const floor of view.layout.floors) paintFloor(ink, floor, view);
}

/** Writes the names of workshops over their floors, where several are shown. */
export function nameFloors(ink: Ink, { layout, camera, language, colours }: PlanView, crowd: Crowd): void {
  if (layout.floors.length < 2) return;
  ink.face(13, true);
  for (const { equipment, x, y, width, depth } of layout.floors) {
    if (!equipment) continue;
    const name = textIn(equipment.name, language.tag);
    const left = Math.max(4, camera.x(x - width / 2));
    const base = camera.y(y + depth / 2) - 8;
    if (crowd.take({ x: left, y: base - 12, width: ink.width(name), height: 16 }))
      ink.text(name, left, base, colours.of('text-primary'), 'start', colours.of('surface'));
  }
}

/** Writes the names of zones into a corner of each where nothing stands. */
export function nameZones(
  ink: Ink,
  { layout, camera, language, colours, twin }: PlanView,
  crowd: Crowd,
): void {
  ink.face(11);
  for (const floor of layout.floors) {
    // Lettering does not turn with a floor, so on one that is turned it would stand beside its zone.
    if (floor.rotation % 360 !== 0) continue;
    for (const zone of floor.zones) {
      const named =
        zone.name ?? (twin.tree.has(zone.equipment ?? '') ? twin.tree.get(zone.equipment ?? '').name : '');
      const text = textIn(named, language.tag);
      const width = ink.width(text);
      const left = camera.x(floor.x - floor.width / 2 + zone.x) + 6;
      const right = left + zone.width * camera.scale - 12 - width;
      const bottom = camera.y(floor.y - floor.depth / 2 + zone.y) - 6;
      const top = bottom - zone.depth * camera.scale + 21;
      if (right < left || bottom - top < 4) continue;
      const corners = [
        [left, top],
        [right, top],
        [left, bottom],
        [right, bottom],
      ] as const;
      const corner = corners.find(([x, base]) => crowd.take({ x, y: base - 11, width, height: 14 }));
      if (corner) ink.text(text, ...corner, colours.of('text-secondary'));
    }
  }
}

function paintFloor({ context }: Ink, floor: PlanFloor, { camera, colours }: PlanView): void {
  const { width, depth, zones, aisles } = floor;
  const { scale } = camera;
  context.save();
  context.translate(camera.x(floor.x), camera.y(floor.y));
  context.rotate((-floor.rotation * Math.PI) / 180);
  // From here a unit is a px, counted from the corner that is left and away from the viewer.
  context.translate((-width * scale) / 2, (-depth * scale) / 2);
  const y = (metres: number) => (depth - metres) * scale;
  context.fillStyle = colours.of('surface');
  context.fillRect(0, 0, width * scale, depth * scale);
  context.beginPath();
  context.rect(0, 0, width * scale, depth * scale);
  context.save();
  context.clip();
  context.lineCap = 'butt';
  context.lineJoin = 'round';
  context.strokeStyle = colours.of('page');
  for (const aisle of aisles) {
    context.lineWidth = aisle.width * scale;
    context.beginPath();
    for (const [ax, ay] of aisle.points) context.lineTo(ax * scale, y(ay));
    context.stroke();
  }
  context.restore();
  context.lineWidth = 1;
  context.strokeStyle = colours.of('line-regular');
  if (!floor.equipment) context.setLineDash([4, 4]);
  for (const zone of zones) {
    const left = sharp(zone.x * scale);
    context.strokeRect(left, sharp(y(zone.y + zone.depth)), zone.width * scale - 1, zone.depth * scale - 1);
  }
  context.strokeStyle = colours.of('line-strong');
  context.lineWidth = floor.equipment ? 1.5 : 1;
  context.strokeRect(0, 0, width * scale, depth * scale);
  context.restore();
}

/** A scale in round metres, in the corner. */
export function paintScale(ink: Ink, { camera, colours, language }: PlanView): void {
  const longest = 110 / camera.scale;
  const power = 10 ** Math.floor(Math.log10(longest));
  const metres = [5, 2, 1].map((step) => step * power).find((step) => step <= longest) ?? power;
  const width = Math.round(metres * camera.scale);
  const [x, y] = [12, camera.height - 12];
  const colour = colours.of('text-primary');
  ink.line(x, y - 0.5, x + width, y - 0.5, colour);
  for (const end of [x, x + width]) ink.line(end + 0.5, y - 5, end + 0.5, y, colour);
  const text = language.formats.quantity(metres, 'm', metres < 1 ? 1 : 0);
  ink
    .face(11)
    .text(text, x + width / 2, y - 6, colours.of('text-secondary'), 'center', colours.of('surface-sunken'));
}
