import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { Clock } from '../../kernel/clock.js';
import { type VisitorPrincipal } from '../../platform/http/access.js';
import { Authenticators } from '../../platform/http/authenticators.js';
import { VisitorSessions } from '../application/sessions.js';
import { SessionCookies } from './session-cookies.js';

/** Knows visitors by their session cookie. */
@Injectable()
export class VisitorAuthenticator implements OnModuleInit {
  constructor(
    private readonly authenticators: Authenticators,
    private readonly cookies: SessionCookies,
    private readonly sessions: VisitorSessions,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.authenticators.register('visitor', (request) => this.principalOf(request));
  }

  private async principalOf(request: FastifyRequest): Promise<VisitorPrincipal | null> {
    const token = this.cookies.read('visitor', request);
    const session = token ? await this.sessions.withToken(token) : null;
    if (!session?.holdsAt(this.clock.now())) return null;
    const { sessionId, mobileIndex, mobileMasked, beganAt } = session.facts;
    return { kind: 'visitor', sessionId, mobileIndex, mobileMasked, provenAt: beganAt };
  }
}
