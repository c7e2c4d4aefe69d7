// Made from tokens.json by tools/tokens.mjs; change that and run it again.
import { css } from '@lit/reactive-element/css-tag.js';

/** What all themes share: type, space, lines, motion. */
export const commonTokens = css`
  --twin-font-sans:
    'Helvetica Neue', 'Segoe UI Variable Text', 'Segoe UI', Roboto, 'Liberation Sans', Arial, 'PingFang SC',
    'HarmonyOS Sans SC', MiSans, 'Microsoft YaHei UI', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC',
    'Source Han Sans SC', 'WenQuanYi Micro Hei', sans-serif;
  --twin-font-mono:
    ui-monospace, 'SF Mono', 'Cascadia Mono', Consolas, 'Roboto Mono', 'Liberation Mono',
    'Noto Sans Mono CJK SC', monospace;
  --twin-space-1: 4px;
  --twin-space-2: 8px;
  --twin-space-3: 12px;
  --twin-space-4: 16px;
  --twin-space-5: 24px;
  --twin-space-6: 32px;
  --twin-radius-small: 2px;
  --twin-radius-medium: 3px;
  --twin-text-page-caption: 400 11px/14px var(--twin-font-sans);
  --twin-text-page-label: 400 12px/16px var(--twin-font-sans);
  --twin-text-page-body: 400 13px/18px var(--twin-font-sans);
  --twin-text-page-title: 400 15px/20px var(--twin-font-sans);
  --twin-text-page-page: 400 20px/26px var(--twin-font-sans);
  --twin-text-page-value-small: 400 18px/22px var(--twin-font-sans);
  --twin-text-page-value-medium: 400 26px/30px var(--twin-font-sans);
  --twin-text-page-value-large: 400 44px/48px var(--twin-font-sans);
  --twin-motion-quick: 120ms;
  --twin-motion-settle: 240ms;
  --twin-motion-glide: 400ms;
  --twin-motion-flash: 714ms;
  --twin-easing-settle: cubic-bezier(0.2, 0, 0, 1);
`;
