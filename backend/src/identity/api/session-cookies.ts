import { Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Settings } from '../../platform/settings.js';

/** `code`: the browser that asked for a one-time code; `known`: one that proved a number before. */
export type SessionKind = 'staff' | 'visitor' | 'code' | 'known';

const HOUR = 3600;
const DAY = 24 * HOUR;
const cookies = {
  staff: { name: 'gatehouse_staff', maxAge: null },
  visitor: { name: 'gatehouse_visitor', maxAge: 7 * DAY },
  code: { name: 'gatehouse_code', maxAge: 600 },
  known: { name: 'gatehouse_known', maxAge: 180 * DAY },
};

/** Session tokens in cookies that scripts cannot read and other sites cannot send along with a write. */
@Injectable()
export class SessionCookies {
  constructor(private readonly settings: Settings) {}

  read(kind: SessionKind, request: FastifyRequest): string | null {
    return request.cookies[cookies[kind].name] ?? null;
  }

  write(kind: SessionKind, token: string, reply: FastifyReply): void {
    const { name, maxAge } = cookies[kind];
    // How long staff stay signed in is a setting.
    const longest = maxAge ?? this.settings.STAFF_SESSION_HOURS * HOUR;
    void reply.setCookie(name, token, { ...this.attributes(), maxAge: longest });
  }

  clear(kind: SessionKind, reply: FastifyReply): void {
    void reply.clearCookie(cookies[kind].name, this.attributes());
  }

  private attributes() {
    const secure = this.settings.PUBLIC_URL.startsWith('https:');
    return { httpOnly: true, sameSite: 'lax' as const, secure, path: '/' };
  }
}
