import { Html } from '../../platform/http/html.js';

/** Colours of the product (see `visitor-h5/src/shared/tokens.css`); the page must work before anything is built. */
export const developmentStyle = new Html(`
  :root { --brand: #1d4fb8; --ink: #16202e; --ink-2: #51607a; --line: #e3e7ee; --page: #f3f5f8; --card: #fff; --soft: #eceff4; color-scheme: light; }
  @media (prefers-color-scheme: dark) {
    :root { --brand: #8fb2ff; --ink: #eef2f8; --ink-2: #a9b6ca; --line: #2a3444; --page: #0e131b; --card: #171e29; --soft: #202938; color-scheme: dark; }
  }
  * { box-sizing: border-box; }
  body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
  main { max-width: 960px; margin: 0 auto; padding: 40px 20px 64px; }
  h1 { margin: 0 0 8px; font-size: 26px; line-height: 1.3; }
  h1 small { display: block; font-size: 15px; font-weight: 400; color: var(--ink-2); }
  small { color: var(--ink-2); font-size: 13px; }
  .note { margin: 0 0 24px; }
  .note small { display: block; }
  .search { margin-bottom: 24px; }
  .search div { display: flex; gap: 8px; margin-top: 6px; }
  .search input[name=q] { flex: 1; min-width: 0; height: 44px; padding: 0 14px; border: 1px solid var(--line); border-radius: 8px; background: var(--card); color: inherit; font: inherit; }
  .search button { height: 44px; padding: 0 18px; border: 0; border-radius: 8px; background: #1d4fb8; color: #fff; font: inherit; cursor: pointer; }
  .search button small { color: inherit; opacity: .85; }
  ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, minmax(270px, 1fr)); }
  li button { display: grid; grid-template-columns: 1fr auto; align-content: start; gap: 2px 8px; width: 100%; height: 100%; padding: 14px 16px; text-align: left; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 12px; cursor: pointer; }
  li button:hover { border-color: var(--brand); }
  :focus-visible { outline: 3px solid var(--brand); outline-offset: 2px; }
  strong { font-size: 18px; }
  .number { color: var(--ink-2); font-variant-numeric: tabular-nums; }
  .unit, .tags { grid-column: 1 / -1; }
  .unit { color: var(--ink-2); font-size: 14px; }
  .tags { display: flex; flex-wrap: wrap; align-items: start; gap: 6px; margin-top: 6px; }
  .tag { padding: 1px 8px; border-radius: 6px; background: var(--soft); font-size: 13px; }
  .tag:not(.staff) { background: #e9effb; color: #163e92; }
  .tag:not(.staff) small { color: inherit; }
  .empty { padding: 32px; text-align: center; }
`);
