/** Whether a topic fits a topic filter (MQTT 5, 4.7). */
export function topicFits(filter: string, topic: string): boolean {
  // Wildcards at the begin do not stand for the topics of the broker itself, which begin with $.
  if (topic.startsWith('$') && filter[0] !== '$') return false;
  const [wanted, levels] = [filter.split('/'), topic.split('/')];
  for (const [index, level] of wanted.entries()) {
    if (level === '#') return true;
    if (index >= levels.length || (level !== '+' && level !== levels[index])) return false;
  }
  return wanted.length === levels.length;
}
