import { isTopicTemplate, topicAllowed } from '@twinfloor/core';

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
    if (!isTopicTemplate(template)) {
      throw new RangeError(`invalid topic: ${JSON.stringify(template)}, allowed: ${topicAllowed}`);
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
