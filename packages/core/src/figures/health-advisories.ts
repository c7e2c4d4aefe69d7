import type { ZoneSeverity } from '../model/signal.js';
import type { ConditionHealth } from '../kpi/health/condition-health.js';
import type { DepartureAlarm } from '../kpi/health/departures.js';
import type { TrendToLimit } from '../kpi/health/trend-to-limit.js';

/** What somebody should look at, with the evidence for it (ISO 13374: advisory generation). */
export interface HealthAdvisory {
  /** It is in a zone that is not normal, it left its healthy level, or a trend leads to the next limit. */
  readonly what: 'inZone' | 'departed' | 'limitAhead';
  readonly severity: Exclude<ZoneSeverity, 'normal'>;
  /** Since when: the zone, the onset of the departure, the first reading of the trend. Milliseconds since the epoch. */
  readonly since: number;
  /**
   * How sure it is, 0 to 1: the share of the time with data for a zone, R² for a trend. `undefined` for a departure: how
   * often that is false is the run length of the detector.
   */
  readonly certainty: number | undefined;
  readonly evidence: ConditionHealth | DepartureAlarm | TrendToLimit;
}

/** What is known of one condition signal. */
export interface HealthEvidence {
  readonly health: ConditionHealth;
  /** The trend to the next limit, and how bad the zone behind it is. */
  readonly trend?: { readonly toLimit: TrendToLimit; readonly severity: ZoneSeverity };
  /** Departures that still last. */
  readonly departures?: readonly DepartureAlarm[];
}

/** The advisories of a condition signal, the worst first; none while it is well. */
export function healthAdvisories({ health, trend, departures = [] }: HealthEvidence): HealthAdvisory[] {
  const advisories: HealthAdvisory[] = departures.map((evidence) => ({
    what: 'departed',
    severity: 'warning',
    since: evidence.onset,
    certainty: undefined,
    evidence,
  }));
  const { zone, since, coverage } = health;
  if (zone && zone.severity !== 'normal' && since !== undefined) {
    advisories.push({
      what: 'inZone',
      severity: zone.severity,
      since,
      certainty: coverage,
      evidence: health,
    });
  }
  const { toLimit, severity = 'normal' } = trend ?? {};
  const { from, determination } = toLimit?.inputs ?? {};
  if (toLimit?.value !== undefined && from !== undefined && severity !== 'normal') {
    advisories.push({
      what: 'limitAhead',
      severity,
      since: from,
      certainty: determination,
      evidence: toLimit,
    });
  }
  return advisories.sort((a, b) => rank(a) - rank(b));
}

/** A fault that is there before one that is ahead, and both before warnings. */
function rank({ severity, what }: HealthAdvisory): number {
  return (severity === 'fault' ? 0 : 3) + order.indexOf(what);
}

const order: readonly HealthAdvisory['what'][] = ['inZone', 'departed', 'limitAhead'];
