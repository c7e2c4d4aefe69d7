import type { DataItem, ProbeComponent } from '../mtconnect/probe-document.js';

type Condition = (attribute: (name: string) => string | undefined) => boolean;

interface Step {
  /** Whether it may stand anywhere below the step before. */
  readonly deep: boolean;
  readonly name: string;
  readonly condition: Condition;
}

/** One element on the way from the root of a device model to a data item. */
interface Node {
  readonly name: string;
  readonly attribute: (name: string) => string | undefined;
}

/**
 * Which data items a `path` means: the part of XPath that clients of MTConnect use, e.g. `//DataItem[@id="a"]`,
 * `//Axes//DataItem[@category='CONDITION' or @type="LOAD"]|//Path`. A path to a component means all below it.
 *
 * @returns `undefined` if the path is not understood
 */
export function pathFilter(path: string): ((item: DataItem) => boolean) | undefined {
  const alternatives = splitOutsideQuotes(path, '|').map(parseSteps);
  if (alternatives.some((steps) => !steps)) return undefined;
  return (item) => {
    const way = wayTo(item);
    return alternatives.some((steps) => matches(steps!, 0, way, 0));
  };
}

const stepPattern = /^(\/\/?)([\w*:.-]+)((?:\[[^\]]*\])*)/;

function parseSteps(path: string): Step[] | undefined {
  const steps: Step[] = [];
  for (let rest = path.trim(); rest !== '';) {
    const match = stepPattern.exec(rest);
    if (!match) return undefined;
    const predicates = match[3] ? match[3].slice(1, -1).split('][').map(parseCondition) : [];
    if (predicates.some((predicate) => !predicate)) return undefined;
    const name = match[2].slice(match[2].indexOf(':') + 1);
    steps.push({ deep: match[1] === '//', name, condition: (of) => predicates.every((holds) => holds!(of)) });
    rest = rest.slice(match[0].length);
  }
  return steps.length > 0 ? steps : undefined;
}

/** `@id="a" and @type='B' or @name="c"`: `and` binds stronger, there are no brackets. */
function parseCondition(text: string): Condition | undefined {
  const alternatives: Condition[][] = [[]];
  for (let rest = text.trim(); ;) {
    const match = /^@([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')\s*(or|and|$)\s*/.exec(rest);
    if (!match) return undefined;
    const [all, name, double, single, joint] = match;
    alternatives.at(-1)!.push((attribute) => attribute(name) === (double ?? single));
    rest = rest.slice(all.length);
    if (joint === 'or') alternatives.push([]);
    else if (joint === '') break;
  }
  return (attribute) => alternatives.some((each) => each.every((holds) => holds(attribute)));
}

/** The elements from the root of the document to a data item. */
function wayTo(item: DataItem): Node[] {
  const { id, name, type, subType, category, units } = item;
  const own: Readonly<Record<string, string | undefined>> = { id, name, type, subType, category, units };
  const way: Node[] = [{ name: 'DataItem', attribute: (key) => own[key] }, group('DataItems')];
  for (let one: ProbeComponent | undefined = item.component; one; one = one.parent) {
    const attributes: Readonly<Record<string, string | undefined>> = { id: one.id, name: one.name };
    way.push(
      { name: one.type, attribute: (key) => attributes[key] },
      group(one.parent ? 'Components' : 'Devices'),
    );
  }
  return way.reverse();
}

function group(name: string): Node {
  return { name, attribute: () => undefined };
}

function matches(steps: readonly Step[], step: number, way: readonly Node[], from: number): boolean {
  if (step === steps.length) return true;
  const { deep, name, condition } = steps[step];
  for (let index = from; index < (deep ? way.length : Math.min(from + 1, way.length)); index++) {
    const node = way[index];
    const fits = (name === '*' || name === node.name) && condition(node.attribute);
    if (fits && matches(steps, step + 1, way, index + 1)) return true;
  }
  return false;
}

function splitOutsideQuotes(text: string, separator: string): string[] {
  const parts = [''];
  let quote = '';
  for (const character of text) {
    if (character === separator && !quote) {
      parts.push('');
      continue;
    }
    if (character === quote) quote = '';
    else if (!quote && (character === '"' || character === "'")) quote = character;
    parts[parts.length - 1] += character;
  }
  return parts;
}
