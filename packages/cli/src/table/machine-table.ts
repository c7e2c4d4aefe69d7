import type { Equipment, Text } from '@twinfloor/core';
import { type Cell, cellsOf } from './cells.js';
import { type ColumnKey, columnHeads, columnNamed, type KnownColumn, unitFactor } from './columns.js';
import { decodeText } from './decode-text.js';
import { Ids, withoutSeparators } from './ids.js';
import { machineType } from './machine-type.js';

/** Something in a table that could not be used, and where. */
export interface TableMistake {
  /** Line of the file, from 1. */
  readonly line: number;
  /** Letter of the column as spreadsheets show it, with its head; `undefined`: the whole line. */
  readonly column?: string;
  readonly found: string;
  readonly allowed: string;
}

/** What a table of machines says. */
export interface MachineTable {
  /** Workshops and lines that were named, and the machines, in the order of the table. */
  readonly equipment: readonly Equipment[];
  /** The MQTT topics under which machines publish, by id. */
  readonly topics: ReadonlyMap<string, string>;
  /** What was left out; the rest of the line is used. */
  readonly mistakes: readonly TableMistake[];
}

/**
 * Reads a CSV file with one row per machine. The first row says by English or Chinese heads what the columns are, in
 * any order; those that are not known are left out.
 *
 * @throws {RangeError} if it has no row of a machine, no column for name or id, or a quote without an end
 */
export function readMachineTable(bytes: Uint8Array): MachineTable {
  const [heads, ...rows] = cellsOf(decodeText(bytes));
  const reader = new TableReader(heads ?? []);
  for (const row of rows) reader.take(row);
  if (reader.machines.length === 0)
    throw new RangeError('invalid table: no row of a machine, allowed: a row of heads, then one for each');
  const { areas, lines, machines, topics, mistakes } = reader;
  return { equipment: [...areas.values(), ...lines.values(), ...machines], topics, mistakes };
}

class TableReader {
  readonly areas = new Map<string, Equipment>();
  readonly lines = new Map<string, Equipment>();
  readonly machines: Equipment[] = [];
  readonly topics = new Map<string, string>();
  readonly mistakes: TableMistake[] = [];
  readonly #ids = new Ids();
  readonly #heads: readonly Cell[];
  readonly #columns = new Map<number, KnownColumn>();

  constructor(heads: readonly Cell[]) {
    this.#heads = heads;
    const seen = new Set<ColumnKey>();
    for (const head of heads) {
      const column = columnNamed(head.text);
      if (column && !seen.has(column.key)) this.#columns.set(head.column, column);
      else if (head.text !== '') {
        const allowed = column
          ? `one column of ${column.key}`
          : 'a head that is known; the column is not used';
        this.#mistake(head, allowed);
      }
      if (column) seen.add(column.key);
    }
    if (!(['id', 'name', 'englishName', 'chineseName'] as const).some((key) => seen.has(key))) {
      const found = heads.map(({ text }) => text).join(', ') || 'nothing';
      const allowed = [...columnHeads.name, ...columnHeads.id].join(', ');
      throw new RangeError(`invalid heads: ${found}, allowed: a column ${allowed}`);
    }
  }

  take(row: readonly Cell[]): void {
    const cells = new Map<ColumnKey, Cell>();
    for (const cell of row) {
      const column = this.#columns.get(cell.column);
      if (column && cell.text !== '') cells.set(column.key, cell);
    }
    const said = (key: ColumnKey): string | undefined => cells.get(key)?.text;
    const name = nameOf(said('name'), said('englishName'), said('chineseName'));
    if (name === undefined && !cells.has('id')) {
      const found = row.map(({ text }) => text).join(' ');
      this.mistakes.push({ line: row[0].line, found, allowed: 'a name or an id' });
      return;
    }
    const id = this.#idOf(cells.get('id'), name);
    const area = this.#area(said('area'));
    const parent = this.#line(said('line'), area) ?? area;
    const facts = {
      type: this.#typeOf(cells.get('type'), name),
      parent,
      ratedPower: this.#number('ratedPower', cells.get('ratedPower'), 'kW above 0'),
      idealCycle: this.#number('idealCycle', cells.get('idealCycle'), 'seconds above 0'),
      manufacturer: said('manufacturer'),
      modelName: said('model'),
      serialNumber: said('serialNumber'),
      placement: this.#placement(cells),
    };
    const kept = Object.entries(facts).filter(([, value]) => value !== undefined);
    this.machines.push({ id, name: name ?? id, level: 'workUnit', ...Object.fromEntries(kept) });
    const topic = said('topic')?.replace(/^\/+|(\/[+#]?)+$/g, '');
    if (topic) this.topics.set(id, topic);
  }

  #idOf(cell: Cell | undefined, name: Text | undefined): string {
    if (!cell) return this.#ids.named(typeof name === 'object' ? name['en'] : (name ?? ''), 'machine');
    const wanted = withoutSeparators(cell.text);
    if (wanted !== cell.text) this.#mistake(cell, `an id without blanks, / + and #; ${wanted} is used`);
    const id = this.#ids.unique(wanted);
    if (id !== wanted) this.#mistake(cell, `an id that no other machine has; ${id} is used`);
    return id;
  }

  #typeOf(cell: Cell | undefined, name: Text | undefined): string | undefined {
    const names = typeof name === 'object' ? Object.values(name) : [name ?? ''];
    if (!cell) return names.map(machineType).find((type) => type !== undefined);
    const type = machineType(cell.text);
    if (type === undefined && cell.text.toLowerCase() !== 'generic')
      this.#mistake(cell, 'a type that has a model of its own; it is shown as a plain machine');
    return type ?? cell.text;
  }

  #area(name: string | undefined): string | undefined {
    if (name === undefined) return undefined;
    const known = this.areas.get(name);
    if (known) return known.id;
    const id = this.#ids.named(name, 'area');
    this.areas.set(name, { id, name, level: 'area' });
    return id;
  }

  /** Two workshops may have a line of the same name. */
  #line(name: string | undefined, area: string | undefined): string | undefined {
    if (name === undefined) return undefined;
    const key = `${area ?? ''}\n${name}`;
    const known = this.lines.get(key);
    if (known) return known.id;
    const id = this.#ids.named(name, 'line');
    this.lines.set(key, { id, name, level: 'workCenter', ...(area !== undefined && { parent: area }) });
    return id;
  }

  #placement(cells: ReadonlyMap<ColumnKey, Cell>): Equipment['placement'] {
    const [x, y] = (['x', 'y'] as const).map((key) => this.#number(key, cells.get(key), 'metres'));
    if (x !== undefined && y !== undefined) return { x, y };
    const lonely = cells.get('x') ?? cells.get('y');
    if (lonely && (x ?? y) !== undefined) this.#mistake(lonely, 'x and y, or neither');
    return undefined;
  }

  #number(key: ColumnKey, cell: Cell | undefined, allowed: string): number | undefined {
    if (!cell) return undefined;
    const [, digits, unit] = /^(-?[\d.,]+)\s*([\p{L}]*)$/u.exec(cell.text.normalize('NFKC')) ?? [];
    const factor = unit ? unitFactor(unit, key) : this.#columns.get(cell.column)!.factor;
    const value = digits === undefined ? NaN : Number(digits.replace(/^(-?\d+),(\d{1,2})$/, '$1.$2'));
    const isPosition = key === 'x' || key === 'y';
    if (factor !== undefined && Number.isFinite(value) && (isPosition || value > 0))
      return Number((value * factor).toPrecision(12));
    this.#mistake(cell, `${allowed}, e.g. 7.5`);
    return undefined;
  }

  #mistake({ line, column, text }: Cell, allowed: string): void {
    const head = this.#heads[column];
    const words = head && head.text !== text ? ` (${head.text})` : '';
    this.mistakes.push({ line, column: `${letterOf(column)}${words}`, found: text, allowed });
  }
}

function nameOf(name: string | undefined, en: string | undefined, zh: string | undefined): Text | undefined {
  if (en !== undefined && (zh ?? name) !== undefined) return { en, zh: (zh ?? name)! };
  return name ?? en ?? zh;
}

/** `A` to `Z`, then `AA` as in spreadsheets. */
function letterOf(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letterOf(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
