import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { Clock } from '../../kernel/clock.js';
import { type StaffPrincipal } from '../../platform/http/access.js';
import { Authenticators } from '../../platform/http/authenticators.js';
import { StaffSessions } from '../application/sessions.js';
import { WhoIsStaff } from '../application/who-is-staff.js';
import { SessionCookies } from './session-cookies.js';

/** Knows staff by their session cookie. Roles are read anew each time: a revoked role or a leaver is out at once. */
@Injectable()
export class StaffAuthenticator implements OnModuleInit {
  constructor(
    private readonly authenticators: Authenticators,
    private readonly cookies: SessionCookies,
    private readonly sessions: StaffSessions,
    private readonly whoIs: WhoIsStaff,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.authenticators.register('staff', (request) => this.principalOf(request));
  }

  private async principalOf(request: FastifyRequest): Promise<StaffPrincipal | null> {
    const token = this.cookies.read('staff', request);
    const session = token ? await this.sessions.withToken(token) : null;
    const now = this.clock.now();
    if (!token || !session?.holdsAt(now)) return null;
    if (session.isNewsAt(now)) await this.sessions.seen(token, now);
    const known = await this.whoIs.withId(session.facts.staffId);
    if (!known) return null;
    const { staff, roles, permissions, scopes, campusIds, unitIds } = known;
    return {
      kind: 'staff',
      id: staff.id,
      number: staff.number,
      name: staff.name,
      roles,
      permissions,
      scopes,
      campusIds,
      unitIds,
    };
  }
}
