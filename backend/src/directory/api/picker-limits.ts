import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Ids } from '../../kernel/ids.js';
import { RateLimits } from '../../platform/http/rate-limits.js';
import { Settings } from '../../platform/settings.js';

const COOKIE = 'gatehouse_picker';
const HOUR = 3600;
const perSession = { name: 'host-search', points: 30, seconds: HOUR };
/** Larger, because a whole town can share one address; it is what remains when the cookie is dropped. */
const perAddress = { name: 'host-search-address', points: 240, seconds: HOUR };

/** Keeps strangers from reading out the staff list by asking often. */
@Injectable()
export class PickerLimits {
  constructor(
    private readonly limits: RateLimits,
    private readonly ids: Ids,
    private readonly settings: Settings,
  ) {}

  /** Counts one search of this anonymous session and of its address; throws when either is used up. */
  async spend(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await this.limits.spend(perAddress, digest(request.ip));
    await this.limits.spend(perSession, digest(this.session(request, reply)));
  }

  private session(request: FastifyRequest, reply: FastifyReply): string {
    const known = request.cookies[COOKIE];
    if (known && /^[\w-]{22}$/.test(known)) return known;
    const fresh = Buffer.from(this.ids.bytes(16)).toString('base64url');
    void reply.setCookie(COOKIE, fresh, {
      httpOnly: true,
      sameSite: 'lax',
      secure: this.settings.PUBLIC_URL.startsWith('https:'),
      path: '/api/hosts',
      maxAge: HOUR,
    });
    return fresh;
  }
}

const digest = (value: string): string => createHash('sha256').update(value).digest('hex');
