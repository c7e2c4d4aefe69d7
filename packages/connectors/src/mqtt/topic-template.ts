/** What a topic says by its place in a template. */
export interface TopicNames {
  readonly equipment?: string;
  readonly signal?: string;
}

/** A topic with places for names: `plant/{equipment}/{signal}`, `plant/+/#`. */
export class TopicTemplate {
  /** The topic filter to subscribe to. */
  readonly filter: string;
  /** Whether it says where the names stand. */
  readonly names: { readonly equipment: boolean; readonly signal: boolean };
  readonly #levels: readonly string[];

  /** @throws {RangeError} if it is no topic filter of MQTT */
  constructor(template: string) {
    this.#levels = template.split('/');
    const wrong =
      template === '' ||
      template.includes('\0') ||
      this.#levels.some((level, index) => !isLevel(level, index === this.#levels.length - 1)) ||
      ['{equipment}', '{signal}'].some((name) => this.#levels.filter((level) => level === name).length > 1);
    if (wrong) {
      throw new RangeError(
        `invalid topic: ${JSON.stringify(template)}, allowed: levels with / between, each a text, +, {equipment} or {signal}; # at the end`,
      );
    }
    this.filter = this.#levels.map((level) => (isName(level) ? '+' : level)).join('/');
    this.names = {
      equipment: this.#levels.includes('{equipment}'),
      signal: this.#levels.includes('{signal}'),
    };
  }

  /** The names in a topic; `undefined` when the topic does not fit the template. */
  match(topic: string): TopicNames | undefined {
    // Wildcards at the begin do not stand for the topics of the broker itself, which begin with $.
    if (topic.startsWith('$') && this.filter[0] !== '$') return undefined;
    const levels = topic.split('/');
    const names: { equipment?: string; signal?: string } = {};
    for (const [index, level] of this.#levels.entries()) {
      if (level === '#') return names;
      if (index >= levels.length) return undefined;
      if (level === '{equipment}') names.equipment = levels[index];
      else if (level === '{signal}') names.signal = levels[index];
      else if (level !== '+' && level !== levels[index]) return undefined;
    }
    return levels.length === this.#levels.length ? names : undefined;
  }
}

function isName(level: string): boolean {
  return level === '{equipment}' || level === '{signal}';
}

function isLevel(level: string, last: boolean): boolean {
  return isName(level) || level === '+' || (level === '#' && last) || !/[+#{}]/.test(level);
}
