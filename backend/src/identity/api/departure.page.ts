import { createHash } from 'node:crypto';
import { html, Html } from '../../platform/http/html.js';
import { type Departure } from '../application/saml-sign-on.js';
import { developmentStyle } from './development-sign-in.style.js';

const send = 'document.forms[0].submit()';

/** The one script of the page, and nothing else; where the form goes is the provider's business, redirects included. */
export const departurePolicy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${createHash('sha256').update(send).digest('base64')}'`;

/** Takes the browser to the provider with a form. Without scripts there is a button. */
export const departurePage = ({ url, fields }: Departure): string =>
  html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>正在前往统一身份认证 · Going to the university’s sign-in</title>
        <style>
          ${developmentStyle}
        </style>
      </head>
      <body>
        <main>
          <h1>正在前往统一身份认证… <small>Going to the university’s sign-in…</small></h1>
          <form class="search" method="post" action="${url}">
            ${Object.entries(fields ?? {}).map(
              ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
            )}
            <div>
              <button>继续 <small>Continue</small></button>
            </div>
          </form>
        </main>
        ${new Html(`<script>${send}</script>`)}
      </body>
    </html>`.text;
