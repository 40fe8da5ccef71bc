import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type OutboxMessage } from '@gatehouse/contract';
import { type FastifyInstance, type FastifyReply } from 'fastify';
import { type Html, html } from '../../platform/http/html.js';
import { Settings } from '../../platform/settings.js';
import { OutboxQuery } from '../application/outbox.query.js';
import { outboxStyle } from './outbox.style.js';

const REFRESH_SECONDS = 4;

/** The demo's outbox as a page at /dev/outbox, beside the API like the web apps. In production the route is not made. */
@Injectable()
export class OutboxPage implements OnModuleInit {
  constructor(
    private readonly adapter: HttpAdapterHost,
    private readonly outbox: OutboxQuery,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    if (!this.settings.isDemo) return;
    const fastify = this.adapter.httpAdapter.getInstance<FastifyInstance>();
    fastify.get('/dev/outbox', async (_request, reply: FastifyReply) => {
      const page = pageOf(await this.outbox.newest(), this.settings.ORGANISATION);
      return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page);
    });
  }
}

const pageOf = (messages: OutboxMessage[], organisation: string): string =>
  html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta http-equiv="refresh" content="${REFRESH_SECONDS}" />
        <title>演示发件箱 · Demo outbox</title>
        <style>
          ${outboxStyle}
        </style>
      </head>
      <body>
        <main>
          <h1>演示发件箱 <small>Demo outbox · ${organisation}</small></h1>
          <p class="note">
            演示模式不真正发送短信，本来要发出的内容显示在这里，每 ${REFRESH_SECONDS} 秒刷新。
            <small>Nothing is really sent in the demo; this is what would have left. Refreshes by itself.</small>
          </p>
          ${messages.length === 0 ? html`<p class="empty">还没有消息。<small>No messages yet.</small></p>` : null}
          <ol>
            ${messages.map(messageCard)}
          </ol>
        </main>
      </body>
    </html>`.text;

const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });

const messageCard = ({ channel, to, text, at }: OutboxMessage): Html => html`
  <li>
    <p class="head">
      <span class="to">${to}</span> <span>${channel}</span> <time datetime="${at}">${clock.format(new Date(at))}</time>
    </p>
    <p class="text">${linked(text)}</p>
  </li>
`;

/** Makes the one link of a message clickable and its one-time code easy to copy. */
function linked(text: string): Html[] {
  return text.split(/(https?:\/\/\S+|\b\d{6}\b)/).map((part) => {
    if (/^https?:/.test(part)) return html`<a href="${part}">${part}</a>`;
    return /^\d{6}$/.test(part) ? html`<b>${part}</b>` : html`${part}`;
  });
}
