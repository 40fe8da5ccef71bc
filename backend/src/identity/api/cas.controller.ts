import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Public } from '../../platform/http/access.js';
import { CasSignIn } from '../application/cas-sign-in.js';
import { ownPath } from './own-path.js';
import { SignInAnswer } from './sign-in-answer.js';
import { SignInCookies } from './sign-in-cookies.js';
import { BeginSignInDto } from './sign-in.dto.js';
import { SignInLimits } from './sign-in-limits.js';

/** Sign-in by CAS. The environment's server answers without a key, others under theirs. */
@ApiExcludeController()
@Controller('auth/cas')
export class CasController {
  constructor(
    private readonly signIn: CasSignIn,
    private readonly answer: SignInAnswer,
    private readonly cookies: SignInCookies,
    private readonly limits: SignInLimits,
  ) {}

  /** Off to the login page. `renew=true` asks for the password again, `gateway=true` comes back when nobody is known. */
  @Get(['login', ':provider/login'])
  @Public()
  @HttpCode(303)
  async login(
    @Param('provider') provider: string | undefined,
    @Query() { next, renew, gateway }: BeginSignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.limits.spend('begin', request.ip);
    void reply.header('cache-control', 'no-store');
    const wish = renew === 'true' ? 'renew' : gateway === 'true' ? 'gateway' : 'sign-in';
    if (wish === 'gateway' && this.cookies.gatewayWasTried(request))
      return void reply.header('location', ownPath(next));
    const browser = this.cookies.bind(request, reply);
    const begun = await this.signIn.begin(provider ?? 'cas', wish, browser, ownPath(next));
    if (typeof begun === 'string') void reply.header('location', begun);
    else this.answer.send({ next: ownPath(next), outcome: begun }, reply);
  }

  /** The service address: back with a ticket, which the redirect takes out of the address bar. */
  @Get(['callback', ':provider/callback'])
  @Public()
  @HttpCode(303)
  async callback(
    @Param('provider') provider: string | undefined,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.limits.spend('complete', request.ip);
    const browser = this.cookies.browser(request);
    const signing = this.answer.browserOf(request);
    const completed = await this.signIn.complete(provider ?? 'cas', query.ticket, browser, signing);
    if (completed.outcome === null) this.cookies.noteGateway(reply);
    this.answer.send(completed, reply);
  }

  /** Single sign-out, server to server. Always 200: who guesses tickets learns nothing. */
  @Post(['callback', ':provider/callback'])
  @Public()
  @HttpCode(200)
  async end(
    @Param('provider') provider: string | undefined,
    @Body() body: Record<string, unknown> | undefined,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.limits.spend('end', request.ip);
    await this.signIn.end(provider ?? 'cas', body?.logoutRequest);
  }
}
