import {
  type Equipment,
  type EquipmentEnergy,
  type EquipmentOee,
  type Interval,
  textIn,
  type Twin,
  wordsOf,
} from '@twinfloor/core';
import type { AlarmPriority } from '@twinfloor/core/alarms';
import { html, nothing, type TemplateResult } from 'lit';
import { alarmNumbers } from '../charts/alarm-shapes.js';
import { alarmMark } from '../internal/alarm-mark.js';
import type { Language } from '../internal/language.js';
import { properties } from '../internal/properties.js';
import { alarmsIn } from './alarms.js';
import { orderProgress } from './order.js';
import { signalRows } from './signal-rows.js';

/** A line of a list of facts; without a content it is left out. */
export type Fact = readonly [label: string, content: unknown];

/** Labels and what belongs to them. */
export function factList(facts: readonly Fact[]): unknown {
  const known = facts.filter(([, content]) => content !== undefined && content !== '');
  if (known.length === 0) return nothing;
  return html`<dl>
    ${known.map(
      ([label, content]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${content}</dd>
        </div>`,
    )}
  </dl>`;
}

/** What a machine works on. */
export function workFacts(twin: Twin, { id }: Equipment, { terms, formats, tag }: Language): Fact[] {
  const now = twin.clock.now();
  const text = (name: string) => twin.seriesOf(id, name, 'text')?.at(now)?.text;
  const product = twin.products.get(text('product') ?? '');
  const progress = orderProgress(twin, id);
  const unit = formats.unit(product?.unit ?? 'pcs');
  const { signalNames } = terms;
  return [
    [signalNames['order'], text('order')],
    [signalNames['product'], product ? textIn(product.name, tag) : text('product')],
    [
      terms.progress,
      progress &&
        html`${
            progress.quantity
              ? terms.progressOf(formats.number(progress.good), formats.number(progress.quantity))
              : formats.number(progress.good)
          }<span class="unit">${unit}</span>${
            progress.quantity
              ? html`<span
                  class="bar"
                  ${properties({ '--_share': Math.min(1, progress.good / progress.quantity) })}
                ></span>`
              : nothing
          }`,
    ],
    [signalNames['program'], text('program')],
    [signalNames['mode'], text('mode')],
  ];
}

/** OEE with its factors and energy with its use, a line each. */
export function figureFacts(
  oee: EquipmentOee,
  energy: EquipmentEnergy,
  { terms, formats }: Language,
): Fact[] {
  const percent = (value: number | undefined) =>
    value === undefined ? terms.none : formats.number(value * 100, 1);
  const { value, availability, performance, quality } = oee;
  const factors = html`<span class="quiet factors"
    >${percent(availability)} × ${percent(performance)} × ${percent(quality)}</span
  >`;
  const kilowattHours = energy.value;
  const perUnit = energy.perGoodUnit;
  return [
    [terms.oee, value === undefined ? undefined : html`${formats.percent(value)} ${factors}`],
    [
      terms.energyUse,
      kilowattHours === undefined
        ? undefined
        : html`${formats.quantity(kilowattHours, 'kWh')}
          ${
            perUnit === undefined
              ? nothing
              : html`<span class="quiet">${terms.perGoodPiece(formats.quantity(perUnit, 'kWh', 2))}</span>`
          }`,
    ],
  ];
}

/** What stands on the machine. */
export function plateFacts(equipment: Equipment, { terms, formats }: Language): Fact[] {
  const { manufacturer, modelName, serialNumber, ratedPower, idealCycle, id } = equipment;
  return [
    [terms.manufacturer, manufacturer],
    [terms.modelName, modelName],
    [terms.serialNumber, serialNumber],
    [terms.ratedPower, ratedPower === undefined ? undefined : formats.quantity(ratedPower, 'kW', 1)],
    [
      terms.idealCycle,
      idealCycle === undefined ? undefined : formats.quantity(idealCycle, 's', idealCycle < 10 ? 1 : 0),
    ],
    [terms.identifier, id],
  ];
}

/** How many alarms that have gone are listed. */
const alarmsGone = 5;

/**
 * The alarms that are active, and those of the range that have gone.
 *
 * @param priorities - by the ids of alarms; where none is known, it is that of the level
 */
export function alarmList(
  twin: Twin,
  { id }: Equipment,
  interval: Interval,
  { terms, formats, tag }: Language,
  priorities: ReadonlyMap<string, AlarmPriority> | undefined,
): TemplateResult {
  const now = twin.clock.now();
  const series = twin.seriesOf(id, 'conditions', 'condition');
  const alarms = series ? alarmsIn(series, interval, now, alarmsGone) : [];
  if (alarms.length === 0) return html`<p class="quiet">${terms.noAlarms}</p>`;
  return html`<ul>
    ${alarms.map(({ condition, until }) => {
      const length = formats.duration(Math.max(0, (until ?? now) - condition.since));
      const { text, code, key, level } = condition;
      const name = `${id}/conditions|${key}`;
      const known = priorities?.get(code === undefined ? name : `${name}|${code}`);
      const priority = known ?? (level === 'fault' ? 'high' : 'low');
      return html`<li class="alarm ${until === undefined ? 'active' : ''}">
        ${alarmMark(priority, until === undefined ? 'filled' : 'gone', 18)}
        <span class="hidden-text">${terms.alarmPriorityOf(alarmNumbers[priority])}</span>
        <span class="message"
          >${wordsOf(twin.workshop, text || code || key, tag)}${text && code ? html` <span class="code">${code}</span>` : nothing}</span
        >
        <span class="times"
          >${formats.time(condition.since, twin.workshop.timeZone)}
          <span class="quiet"
            >${until === undefined ? terms.alarmFor(length) : terms.alarmLasted(length)}</span
          ></span
        >
      </li>`;
    })}
  </ul>`;
}

/** All signals with their newest value, and a line for those that are measured. */
export function signalList(twin: Twin, equipment: Equipment, language: Language): TemplateResult {
  const rows = signalRows(twin, equipment, language);
  if (rows.length === 0) return html`<p class="quiet">${language.terms.noSignals}</p>`;
  return html`<ul>
    ${rows.map(
      ({ name, label, text, unit, note, isDoubtful, series }) =>
        html`<li class="signal ${series ? '' : 'wide'}">
          <span class="label">${label}</span>
          ${series ? html`<canvas class="spark" data-signal=${name} aria-hidden="true"></canvas>` : nothing}
          <span class="value"
            ><span class=${isDoubtful ? 'stale' : ''}>${text}</span><span class="unit">${unit}</span>${
              note ? html`<span class="caption"> ${note}</span>` : nothing
            }</span
          >
        </li>`,
    )}
  </ul>`;
}
