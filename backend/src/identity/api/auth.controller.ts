import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type SignedOut, type SignInProvider, type StaffIdentity, type StaffSessionRow } from '@gatehouse/contract';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { DomainError } from '../../kernel/domain-error.js';
import { Public, SignedIn, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { EndOtherSessions } from '../application/end-other-sessions.js';
import { EndOwnSession } from '../application/end-own-session.js';
import { IdentityProviders } from '../application/identity-provider.js';
import { OwnSessionsQuery } from '../application/own-sessions.query.js';
import { SignOut } from '../application/sign-out.js';
import { SignOutEverywhere } from '../application/sign-out-everywhere.js';
import { WhoIsStaff } from '../application/who-is-staff.js';
import { SessionCookies } from './session-cookies.js';
import { SignInCookies } from './sign-in-cookies.js';

@ApiTags('identity')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly commands: CommandBus,
    private readonly providers: IdentityProviders,
    private readonly everywhere: SignOutEverywhere,
    private readonly sessions: OwnSessionsQuery,
    private readonly whoIs: WhoIsStaff,
    private readonly cookies: SessionCookies,
    private readonly browsers: SignInCookies,
  ) {}

  /** The ways to sign in that this installation offers. */
  @Get('providers')
  @Public()
  offered(): Promise<SignInProvider[]> {
    return this.providers.offered();
  }

  /** The signed-in member of staff. */
  @Get('me')
  @SignedIn()
  async me(@Staff() { id }: StaffPrincipal): Promise<StaffIdentity> {
    const known = await this.whoIs.withId(id);
    if (!known) throw new DomainError('auth.sign-in-needed');
    const { staff, roles, permissions } = known;
    const { number, name, unitName, isLeader } = staff;
    return { id, number, name, unitName, isLeader, roles, permissions };
  }

  /** Signs out. Harmless without a session. */
  @Delete('session')
  @HttpCode(204)
  @Public()
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = this.cookies.read('staff', request);
    if (token) await this.commands.execute(new SignOut(token));
    this.cookies.clear('staff', reply);
  }

  /** Signs out here and says where the provider's own session is ended. Harmless without a session. */
  @Post('sign-out')
  @HttpCode(200)
  @Public()
  async signOutEverywhere(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedOut> {
    const token = this.cookies.read('staff', request);
    this.cookies.clear('staff', reply);
    if (!token) return { continueAt: null };
    return { continueAt: await this.everywhere.end(token, this.browsers.bind(request, reply)) };
  }

  /** One's own sessions that still hold. */
  @Get('sessions')
  @SignedIn()
  ownSessions(@Staff() { id }: StaffPrincipal, @Req() request: FastifyRequest): Promise<StaffSessionRow[]> {
    return this.sessions.of(id, this.cookies.read('staff', request) ?? '');
  }

  /** Ends all of one's own sessions but this one. */
  @Delete('sessions')
  @HttpCode(204)
  @SignedIn()
  async endOtherSessions(@Staff() { id }: StaffPrincipal, @Req() request: FastifyRequest): Promise<void> {
    await this.commands.execute(new EndOtherSessions(id, this.cookies.read('staff', request) ?? ''));
  }

  /** Ends one of one's own sessions. */
  @Delete('sessions/:id')
  @HttpCode(204)
  @SignedIn()
  async endSession(@Param('id', ParseUUIDPipe) sessionId: string, @Staff() { id }: StaffPrincipal): Promise<void> {
    await this.commands.execute(new EndOwnSession(id, sessionId));
  }
}
