import { type CodeText, codes, type ErrorCode, type Text } from '@gatehouse/contract';
import { html } from '../../platform/http/html.js';
import { developmentStyle } from './development-sign-in.style.js';

const signIn: Text = { zh: '登录没有成功', en: 'Sign-in failed' };
const signOut: Text = { zh: '退出没有完成', en: 'Sign-out was not completed' };

/** What went wrong in both languages, what to do, and what to tell the help desk. Works without scripts. */
export function signInFailedPage(code: ErrorCode, reference: string): string {
  const { text, next }: CodeText = codes[code];
  const title = code === 'auth.sign-out-refused' ? signOut : signIn;
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title.zh} · ${title.en}</title>
        <style>
          ${developmentStyle}
        </style>
      </head>
      <body>
        <main>
          <h1>${title.zh} <small>${title.en}</small></h1>
          <p>${text.zh} <small>${text.en}</small></p>
          <p>${next?.zh ?? ''} <small>${next?.en ?? ''}</small></p>
          <p>
            <a href="/host/">接待人页面 <small>Pages of hosts</small></a> ·
            <a href="/console/">管理后台 <small>Console</small></a>
          </p>
          <p class="note">
            求助时请告知 <small>Tell the help desk</small>: <strong>${code}</strong><br />
            <span class="number">${reference}</span>
          </p>
        </main>
      </body>
    </html>`.text;
}
