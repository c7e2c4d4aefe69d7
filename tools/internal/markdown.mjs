const fence = /^(?:<!-- test(?:: *(?<file>\S+))? -->\n)?```(?<language>\w*)\n(?<text>[^]*?)\n```$/gm;

/**
 * The code blocks of a page, in order.
 *
 * @param {string} markdown
 * @returns {{ language: string, text: string, isTest: boolean, file: string | undefined }[]} `isTest`: a comment
 *   `<!-- test -->` or `<!-- test: name -->` stands above it; `file` is that name
 */
export function codeBlocks(markdown) {
  return [...markdown.matchAll(fence)].map(({ 0: whole, groups: { file, language, text } }) => ({
    language,
    text,
    isTest: whole.startsWith('<!--'),
    file,
  }));
}

/** The targets of the links and images of a page, without those in code. */
export function linksOf(markdown) {
  const prose = withoutFences(markdown).replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^()\s]+)\)/g)].map(([, target]) => target);
}

/** The anchors that GitHub gives the headings of a page. */
export function anchorsOf(markdown) {
  const seen = new Map();
  return [...withoutFences(markdown).matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading]) => {
    const plain = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').trim();
    const slug = plain
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
      .replaceAll(' ', '-');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
}

/**
 * The rows of all tables whose head has these columns, each with the last heading above it.
 *
 * @param {string} markdown
 * @param {readonly string[]} columns
 * @returns {{ heading: string, cells: string[] }[]}
 */
export function tableRows(markdown, columns) {
  const rows = [];
  let heading = '';
  let isInside = false;
  for (const line of markdown.split('\n')) {
    if (line.startsWith('#')) heading = line.replace(/^#+ */, '');
    const cells = line.startsWith('|')
      ? line
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim())
      : [];
    if (cells.join() === columns.join()) isInside = true;
    else if (cells.length === 0) isInside = false;
    else if (isInside && !/^-+$/.test(cells[0])) rows.push({ heading, cells });
  }
  return rows;
}

/** The words between backticks, without those in code blocks. */
export function words(text) {
  return [...withoutFences(text).matchAll(/`([^`\n]+)`/g)].map(([, word]) => word);
}

function withoutFences(markdown) {
  return markdown.replace(/^```[^]*?^```$/gm, '');
}
