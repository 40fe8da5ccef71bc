import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type SendCodeAnswer, type VisitorIdentity } from '@gatehouse/contract';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { DomainError } from '../../kernel/domain-error.js';
import { Public, VisitorOnly } from '../../platform/http/access.js';
import { currentScope } from '../../platform/scope.js';
import { EndVisitorSession } from '../application/end-visitor-session.js';
import { RedeemCode } from '../application/redeem-code.js';
import { SendCode } from '../application/send-code.js';
import { VisitorSessions } from '../application/sessions.js';
import { CodeLimits } from './code-limits.js';
import { KnownBrowsers } from './known-browsers.js';
import { MobileReader } from './mobile-reader.js';
import { SessionCookies } from './session-cookies.js';
import { RedeemCodeDto, SendCodeDto } from './visitor.dto.js';

const refusals = {
  wrong: 'auth.code-wrong',
  unknown: 'auth.code-wrong',
  expired: 'auth.code-expired',
  'used-up': 'auth.code-used-up',
} as const;

@ApiTags('identity')
@Controller('visitor')
export class VisitorController {
  constructor(
    private readonly commands: CommandBus,
    private readonly mobiles: MobileReader,
    private readonly limits: CodeLimits,
    private readonly sessions: VisitorSessions,
    private readonly cookies: SessionCookies,
    private readonly knownBrowsers: KnownBrowsers,
  ) {}

  /** Sends a one-time code. The answer is the same whether or not the number was ever seen here. */
  @Post('codes')
  @HttpCode(202)
  @Public()
  async sendCode(
    @Body() input: SendCodeDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SendCodeAnswer> {
    const { number, index } = await this.mobiles.read(input.mobile);
    await this.limits.spendOnSending(request.ip);
    const handle = this.cookies.read('code', request) ?? this.knownBrowsers.newHandle();
    const isKnown = await this.knownBrowsers.proved(this.cookies.read('known', request), index);
    const send = new SendCode(number, index, handle, isKnown, currentScope().locale);
    const retryAfter = await this.commands.execute(send);
    this.cookies.write('code', handle, reply);
    return { retryAfter };
  }

  /** Proves the number with the code and begins a session. */
  @Post('session')
  @HttpCode(200)
  @Public()
  async signIn(
    @Body() input: RedeemCodeDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VisitorIdentity> {
    const { index, masked } = await this.mobiles.read(input.mobile);
    await this.limits.spendOnTrying(request.ip);
    const earlier = this.cookies.read('visitor', request);
    const handle = this.cookies.read('code', request) ?? '';
    const answer = await this.commands.execute(new RedeemCode(index, masked, handle, input.code, earlier));
    if ('refused' in answer) throw new DomainError(refusals[answer.refused]);
    this.cookies.write('visitor', answer.token, reply);
    this.cookies.write('known', await this.knownBrowsers.mark(index), reply);
    return this.identityOf(answer.token);
  }

  /** Whose number this session proved. */
  @Get('session')
  @VisitorOnly()
  session(@Req() request: FastifyRequest): Promise<VisitorIdentity> {
    return this.identityOf(this.cookies.read('visitor', request));
  }

  /** Signs out. Harmless without a session. */
  @Delete('session')
  @HttpCode(204)
  @Public()
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = this.cookies.read('visitor', request);
    if (token) await this.commands.execute(new EndVisitorSession(token));
    this.cookies.clear('visitor', reply);
  }

  private async identityOf(token: string | null): Promise<VisitorIdentity> {
    const session = token ? await this.sessions.withToken(token) : null;
    if (!session) throw new DomainError('auth.sign-in-needed');
    return { mobileMasked: session.facts.mobileMasked, expiresAt: session.facts.expiresAt.toISOString() };
  }
}
