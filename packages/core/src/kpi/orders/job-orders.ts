import { zonedTime } from '../../time/iso.js';
import { type DispatchStatus, dispatchStatuses, type JobOrder } from './job-order.js';

export { dispatchStatuses };

/** Something in a document of orders that could not be used. */
export interface JobOrderProblem {
  /** Where, e.g. `DataArea.WorkSchedule[0].WorkRequest[0].JobOrder[2].EndTime`. */
  readonly path: string;
  /** What stands there, as JSON, shortened; `nothing` where it is missing. */
  readonly found: string;
  /** What may stand there, in words. */
  readonly allowed: string;
}

/** What came of reading a document of orders. */
export interface JobOrderReading {
  /** The orders that are right, in the order of the document. */
  readonly orders: readonly JobOrder[];
  /** All that is wrong; an order with a problem is left out. */
  readonly problems: readonly JobOrderProblem[];
}

/**
 * Reads the job orders of a JSON document with the names of B2MML v7, wherever in it `JobOrder` stands: in a message
 * (`DataArea`), a `WorkSchedule`, a `WorkRequest`, or alone; also a plain list of job orders. A value may be plain or an
 * object with attributes (`{ "$": "WO-1", "@schemeID": … }`), a list of one may be its only entry. Never throws.
 *
 * Taken are ID, StartTime, EndTime, Priority, DispatchStatus, the EquipmentID of each EquipmentRequirement, and from the
 * MaterialRequirement with the use `Produced` or `Material Produced` (or the only one, if it has none) the MaterialDefinitionID as
 * product and its Quantity with UnitOfMeasure. An ID that comes twice is a mistake of the second.
 *
 * @param json - the parsed document
 */
export function jobOrders(json: unknown): JobOrderReading {
  const orders = new Map<string, JobOrder>();
  const problems: JobOrderProblem[] = [];
  let count = 0;
  const read = (value: unknown, path: string) => {
    count++;
    const draft = new Draft(path, problems);
    const order = draft.order(value);
    if (order && orders.has(order.id)) draft.refuse('.ID', order.id, 'an ID that comes once');
    else if (order) orders.set(order.id, order);
  };
  const walk = (value: unknown, path: string) => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      const at = Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key;
      if (key === 'JobOrder')
        listOf(part).forEach((one, index) => read(one, Array.isArray(part) ? `${at}[${index}]` : at));
      else walk(part, at);
    }
  };
  if (Array.isArray(json))
    json.forEach((one, index) => (hasId(one) ? read(one, `[${index}]`) : walk(one, `[${index}]`)));
  else walk(json, '');
  if (count === 0)
    problems.push({
      path: '',
      found: shown(json),
      allowed: 'a document with JobOrder, or a list of job orders',
    });
  return { orders: [...orders.values()], problems };
}

type Fields = Readonly<Record<string, unknown>>;

/** One order as it is read; it is given up with the first problem, but all of them are told. */
class Draft {
  readonly #path: string;
  readonly #problems: JobOrderProblem[];
  #isWrong = false;

  constructor(path: string, problems: JobOrderProblem[]) {
    this.#path = path;
    this.#problems = problems;
  }

  order(value: unknown): JobOrder | undefined {
    if (!isObject(value)) return void this.refuse('', value, 'an object');
    const id = this.#text('.ID', value['ID']);
    if (id === undefined && !this.#isWrong) this.refuse('.ID', value['ID'], 'text');
    const equipment = listOf(value['EquipmentRequirement']).flatMap((one, index) =>
      listOf(isObject(one) ? one['EquipmentID'] : undefined).flatMap(
        (given) => this.#text(`.EquipmentRequirement[${index}].EquipmentID`, given) ?? [],
      ),
    );
    const order = {
      ...this.#product(value['MaterialRequirement']),
      plannedStart: this.#time('.StartTime', value['StartTime']),
      plannedEnd: this.#time('.EndTime', value['EndTime']),
      priority: this.#number('.Priority', value['Priority']),
      dispatchStatus: this.#status(value['DispatchStatus']),
    };
    const { plannedStart, plannedEnd } = order;
    if (plannedStart !== undefined && plannedEnd !== undefined && plannedStart > plannedEnd) {
      this.refuse('.EndTime', value['EndTime'], 'a time that is not before StartTime');
    }
    if (this.#isWrong || id === undefined) return undefined;
    const given = Object.entries(order).filter(([, one]) => one !== undefined);
    return { id, equipment: [...new Set(equipment)], ...Object.fromEntries(given) };
  }

  refuse(path: string, found: unknown, allowed: string): undefined {
    this.#isWrong = true;
    this.#problems.push({ path: this.#path + path, found: shown(found), allowed });
    return undefined;
  }

  #product(requirements: unknown): Pick<JobOrder, 'product' | 'quantity' | 'unit'> {
    const all = listOf(requirements);
    let index = all.findIndex(
      (one) => isObject(one) && /^(Material )?Produced$/.test(String(plain(one['MaterialUse']))),
    );
    if (index < 0 && all.length === 1 && isObject(all[0]) && all[0]['MaterialUse'] === undefined) index = 0;
    const produced = all[index];
    if (!isObject(produced)) return {};
    const path = `.MaterialRequirement[${index}]`;
    const [product] = listOf(produced['MaterialDefinitionID']);
    const [amount] = listOf(produced['Quantity']);
    const fields = isObject(amount) ? amount : {};
    const quantity = this.#number(`${path}.Quantity[0].QuantityString`, fields['QuantityString']);
    if (quantity !== undefined && quantity <= 0) {
      this.refuse(`${path}.Quantity[0].QuantityString`, quantity, 'a number above 0');
    }
    return {
      product: this.#text(`${path}.MaterialDefinitionID`, product),
      quantity,
      unit: this.#text(`${path}.Quantity[0].UnitOfMeasure`, fields['UnitOfMeasure']),
    };
  }

  #text(path: string, given: unknown): string | undefined {
    const value = plain(given);
    if (value === undefined || value === null) return undefined;
    if ((typeof value === 'string' && value.trim() !== '') || typeof value === 'number')
      return String(value).trim();
    return this.refuse(path, given, 'text');
  }

  #number(path: string, given: unknown): number | undefined {
    const value = plain(given);
    if (value === undefined || value === null) return undefined;
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number)
      ? number
      : this.refuse(path, given, 'a number');
  }

  #time(path: string, given: unknown): number | undefined {
    const value = plain(given);
    if (value === undefined || value === null) return undefined;
    const time = typeof value === 'string' ? zonedTime(value.trim()) : undefined;
    return time ?? this.refuse(path, given, 'an ISO 8601 time with zone, e.g. 2026-05-04T06:00:00+08:00');
  }

  #status(given: unknown): DispatchStatus | undefined {
    const value = plain(given);
    if (value === undefined || value === null) return undefined;
    const status = dispatchStatuses.find((one) => one === value);
    return status ?? this.refuse('.DispatchStatus', given, dispatchStatuses.join(', '));
  }
}

function hasId(value: unknown): boolean {
  return !isObject(value) || (!('JobOrder' in value) && 'ID' in value && !('WorkRequest' in value));
}

/** The value itself where it is written with attributes. */
function plain(value: unknown): unknown {
  return isObject(value) ? value['$'] : value;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : value === undefined || value === null ? [] : [value];
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
