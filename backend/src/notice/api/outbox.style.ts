import { Html } from '../../platform/http/html.js';

/** Colours of the product; the page must work before anything is built. */
export const outboxStyle = new Html(`
  :root { --brand: #1d4fb8; --ink: #16202e; --ink-2: #51607a; --line: #e3e7ee; --page: #f3f5f8; --card: #fff; color-scheme: light; }
  @media (prefers-color-scheme: dark) {
    :root { --brand: #8fb2ff; --ink: #eef2f8; --ink-2: #a9b6ca; --line: #2a3444; --page: #0e131b; --card: #171e29; color-scheme: dark; }
  }
  * { box-sizing: border-box; }
  body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
  main { max-width: 680px; margin: 0 auto; padding: 32px 20px 64px; }
  h1 { margin: 0 0 8px; font-size: 24px; }
  h1 small, .note small { display: block; font-weight: 400; }
  small { color: var(--ink-2); font-size: 14px; }
  ol { list-style: none; margin: 24px 0 0; padding: 0; display: grid; gap: 12px; }
  li { padding: 14px 16px; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
  li p { margin: 0; }
  .head { display: flex; gap: 12px; color: var(--ink-2); font-size: 14px; font-variant-numeric: tabular-nums; }
  .head time { margin-left: auto; }
  .to { color: var(--ink); font-weight: 600; }
  .text { margin-top: 6px; overflow-wrap: anywhere; }
  .text b { font-size: 22px; letter-spacing: 2px; user-select: all; }
  a { color: var(--brand); }
  .empty { padding: 40px; text-align: center; }
`);
