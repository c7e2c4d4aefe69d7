// Made from tokens.json by tools/tokens.mjs; change that and run it again.
import { css } from 'lit';

/** What all themes share: type, space, lines, motion. */
export const commonTokens = css`
  --twin-font-sans:
    'Helvetica Neue', 'Segoe UI Variable Text', 'Segoe UI', Roboto, 'Liberation Sans', Arial, 'PingFang SC',
    'HarmonyOS Sans SC', MiSans, 'Microsoft YaHei UI', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC',
    'Source Han Sans SC', 'WenQuanYi Micro Hei', sans-serif;
  --twin-font-sans-zh:
    'PingFang SC', 'HarmonyOS Sans SC', MiSans, 'Microsoft YaHei UI', 'Microsoft YaHei', 'Noto Sans CJK SC',
    'Noto Sans SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', sans-serif;
  --twin-font-mono:
    ui-monospace, 'SF Mono', 'Cascadia Mono', Consolas, 'Roboto Mono', 'Liberation Mono',
    'Noto Sans Mono CJK SC', monospace;
  --twin-space-0: 0;
  --twin-space-1: 4px;
  --twin-space-2: 8px;
  --twin-space-3: 12px;
  --twin-space-4: 16px;
  --twin-space-5: 24px;
  --twin-space-6: 32px;
  --twin-space-7: 48px;
  --twin-space-8: 64px;
  --twin-radius-none: 0;
  --twin-radius-small: 2px;
  --twin-radius-medium: 3px;
  --twin-radius-pill: 999px;
  --twin-stroke-hair: 1px;
  --twin-stroke-regular: 1.5px;
  --twin-stroke-strong: 2px;
  --twin-stroke-heavy: 3px;
  --twin-hit-pointer: 28px;
  --twin-hit-touch: 44px;
  --twin-hit-glove: 56px;
  --twin-text-page-caption: 400 11px/14px var(--twin-font-sans);
  --twin-text-page-label: 400 12px/16px var(--twin-font-sans);
  --twin-text-page-body: 400 13px/18px var(--twin-font-sans);
  --twin-text-page-title: 400 15px/20px var(--twin-font-sans);
  --twin-text-page-body-touch: 400 14px/20px var(--twin-font-sans);
  --twin-text-page-title-touch: 400 16px/22px var(--twin-font-sans);
  --twin-text-page-page: 400 20px/26px var(--twin-font-sans);
  --twin-text-page-value-small: 400 18px/22px var(--twin-font-sans);
  --twin-text-page-value-medium: 400 26px/30px var(--twin-font-sans);
  --twin-text-page-value-large: 400 44px/48px var(--twin-font-sans);
  --twin-text-page-value-huge: 400 72px/76px var(--twin-font-sans);
  --twin-text-wall-caption: 400 22px/28px var(--twin-font-sans);
  --twin-text-wall-label: 400 26px/34px var(--twin-font-sans);
  --twin-text-wall-body: 400 30px/38px var(--twin-font-sans);
  --twin-text-wall-title: 400 36px/44px var(--twin-font-sans);
  --twin-text-wall-value-small: 400 44px/50px var(--twin-font-sans);
  --twin-text-wall-value-medium: 400 64px/70px var(--twin-font-sans);
  --twin-text-wall-value-large: 400 104px/108px var(--twin-font-sans);
  --twin-text-wall-value-huge: 400 168px/168px var(--twin-font-sans);
  --twin-density-compact-row: 20px;
  --twin-density-compact-pad: 6px;
  --twin-density-compact-gap: 4px;
  --twin-density-compact-strip: 6px;
  --twin-density-comfortable-row: 28px;
  --twin-density-comfortable-pad: 12px;
  --twin-density-comfortable-gap: 8px;
  --twin-density-comfortable-strip: 10px;
  --twin-density-touch-row: 48px;
  --twin-density-touch-pad: 16px;
  --twin-density-touch-gap: 12px;
  --twin-density-touch-strip: 14px;
  --twin-density-wall-row: 64px;
  --twin-density-wall-pad: 24px;
  --twin-density-wall-gap: 16px;
  --twin-density-wall-strip: 24px;
  --twin-motion-instant: 0;
  --twin-motion-quick: 120ms;
  --twin-motion-settle: 240ms;
  --twin-motion-glide: 400ms;
  --twin-motion-flash: 714ms;
  --twin-easing-settle: cubic-bezier(0.2, 0, 0, 1);
  --twin-easing-glide: cubic-bezier(0.4, 0, 0.2, 1);
  --twin-flash-frequency: 1.4;
`;
