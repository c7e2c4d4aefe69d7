import { css, unsafeCSS } from '@lit/reactive-element/css-tag.js';
import { icons } from './equipment-icon.js';
import { iconOutline } from './icon-outline.js';

const rules = Object.entries(icons).map(
  ([name, path]) => `[data-icon=${name}]{--_icon:path('${iconOutline(path)}')}`,
);

/** Gives an element with `data-icon` the outline of that icon as `--_icon`, on a grid of 24 px, for its `clip-path`. */
export const iconStyles = css`
  ${unsafeCSS(rules.join(''))}
`;
