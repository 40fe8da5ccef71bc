import { Body, Controller, Get, Header, HttpCode, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type SetupDone, type SetupOffer, type SetupState } from '@gatehouse/contract';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { DomainError } from '../../kernel/domain-error.js';
import { Public } from '../../platform/http/access.js';
import { currentScope } from '../../platform/scope.js';
import { BeginLocalSession } from '../application/begin-local-session.js';
import { FinishSetup } from '../application/finish-setup.js';
import { LookAtSetup } from '../application/look-at-setup.js';
import { SetupNeed } from '../application/setup-need.js';
import { SignInLocally } from '../application/sign-in-locally.js';
import { SessionCookies } from './session-cookies.js';
import { LocalSignInDto, SetupDto, SetupTokenDto } from './setup.dto.js';
import { SignInAnswer } from './sign-in-answer.js';
import { SignInLimits } from './sign-in-limits.js';

/** Local administrators: their set-up by a link that works once, and their sign-in. */
@ApiTags('identity')
@Controller()
export class SetupController {
  constructor(
    private readonly commands: CommandBus,
    private readonly need: SetupNeed,
    private readonly limits: SignInLimits,
    private readonly cookies: SessionCookies,
    private readonly answer: SignInAnswer,
  ) {}

  @Get('setup')
  @Public()
  async state(): Promise<SetupState> {
    return { needed: await this.need.isNeeded() };
  }

  /** The secret for the authenticator app, the same each time the link is opened. */
  @Post('setup/look')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Public()
  async look(@Body() { token }: SetupTokenDto): Promise<SetupOffer> {
    await this.limits.spend('setup', currentScope().address);
    return this.commands.execute(new LookAtSetup(token));
  }

  /** Makes the account, or renews it, and signs in. The recovery codes are shown this one time. */
  @Post('setup')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Public()
  async finish(
    @Body() input: SetupDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SetupDone> {
    await this.limits.spend('setup', currentScope().address);
    const { accountId, name, recoveryCodes } = await this.commands.execute(new FinishSetup(input));
    const begun = new BeginLocalSession({ id: accountId, name }, this.answer.browserOf(request));
    this.cookies.write('staff', await this.commands.execute(begun), reply);
    return { recoveryCodes };
  }

  @Post('auth/local/sign-in')
  @HttpCode(204)
  @Public()
  async signIn(
    @Body() { login, password, code }: LocalSignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.limits.spend('local', currentScope().address);
    const order = new SignInLocally(login, password, code, this.answer.browserOf(request));
    const outcome = await this.commands.execute(order);
    if ('refusal' in outcome) throw new DomainError(outcome.refusal);
    this.cookies.write('staff', outcome.token, reply);
  }
}
