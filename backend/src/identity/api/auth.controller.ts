import { Controller, Delete, Get, HttpCode, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type SignInProvider, type StaffIdentity } from '@gatehouse/contract';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { DomainError } from '../../kernel/domain-error.js';
import { Public, SignedIn, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { IdentityProviders } from '../application/identity-provider.js';
import { SignOut } from '../application/sign-out.js';
import { WhoIsStaff } from '../application/who-is-staff.js';
import { SessionCookies } from './session-cookies.js';

@ApiTags('identity')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly commands: CommandBus,
    private readonly providers: IdentityProviders,
    private readonly whoIs: WhoIsStaff,
    private readonly cookies: SessionCookies,
  ) {}

  /** The ways to sign in that this installation offers. */
  @Get('providers')
  @Public()
  offered(): SignInProvider[] {
    return this.providers.offered().map(({ key, name, url }) => ({ key, ...name, url }));
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
}
