import { type CodeText, codes, type ErrorCode } from '@gatehouse/contract';
import { html } from '../../platform/http/html.js';
import { developmentStyle } from './development-sign-in.style.js';

/** What went wrong in both languages, what to do, and what to tell the help desk. Works without scripts. */
export function signInFailedPage(code: ErrorCode, reference: string): string {
  const { text, next }: CodeText = codes[code];
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>登录没有成功 · Sign-in failed</title>
        <style>
          ${developmentStyle}
        </style>
      </head>
      <body>
        <main>
          <h1>登录没有成功 <small>Sign-in failed</small></h1>
          <p>${text.zh} <small>${text.en}</small></p>
          <p>${next?.zh ?? ''} <small>${next?.en ?? ''}</small></p>
          <p>
            <a href="/host/">重新登录 <small>Sign in again</small></a>
          </p>
          <p class="note">
            求助时请告知 <small>Tell the help desk</small>: <strong>${code}</strong><br />
            <span class="number">${reference}</span>
          </p>
        </main>
      </body>
    </html>`.text;
}
