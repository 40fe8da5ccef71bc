import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Public } from '../../platform/http/access.js';
import { FROM_ANY_ORIGIN } from '../../platform/http/origin-check.js';
import { SamlSignIn } from '../application/saml-sign-in.js';
import { ownPath } from './own-path.js';
import { SignInAnswer } from './sign-in-answer.js';
import { SignInCookies } from './sign-in-cookies.js';
import { BeginSignInDto } from './sign-in.dto.js';
import { SignInLimits } from './sign-in-limits.js';

/** Sign-in by SAML. The environment's provider answers without a key, others under theirs. */
@ApiExcludeController()
@Controller('auth/saml')
export class SamlController {
  constructor(
    private readonly signIn: SamlSignIn,
    private readonly answer: SignInAnswer,
    private readonly cookies: SignInCookies,
    private readonly limits: SignInLimits,
  ) {}

  /** Our metadata, for the provider to read. */
  @Get(['metadata', ':provider/metadata'])
  @Public()
  @Header('content-type', 'application/samlmetadata+xml; charset=utf-8')
  async metadata(@Param('provider') provider: string | undefined, @Req() request: FastifyRequest): Promise<string> {
    await this.limits.spend('begin', request.ip);
    return this.signIn.metadata(provider ?? 'saml');
  }

  /** Off to the provider; `renew=true` makes it ask for the password again. */
  @Get(['login', ':provider/login'])
  @Public()
  async login(
    @Param('provider') provider: string | undefined,
    @Query() { next, renew }: BeginSignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    await this.limits.spend('begin', request.ip);
    const browser = this.cookies.bind(request, reply);
    const wish = renew === 'true' ? 'renew' : 'sign-in';
    const begun = await this.signIn.begin(provider ?? 'saml', wish, browser, ownPath(next));
    if ('url' in begun) return this.answer.leave(begun, reply);
    this.answer.send({ next: ownPath(next), outcome: begun }, reply.status(303));
    return '';
  }

  /** Takes the provider's response. It comes from another site and therefore without cookies: no session is opened here. */
  @Post(['acs', ':provider/acs'])
  @Public()
  @RouteConfig(FROM_ANY_ORIGIN)
  async accept(
    @Param('provider') provider: string | undefined,
    @Body() body: Record<string, unknown> | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    await this.limits.spend('complete', request.ip);
    const key = provider ?? 'saml';
    const accepted = await this.signIn.accept(key, body?.SAMLResponse, body?.RelayState);
    if (!('code' in accepted)) return this.answer.failedPage(accepted, reply);
    const base = key === 'saml' ? '/api/auth/saml' : `/api/auth/saml/${key}`;
    void reply.status(303).header('location', `${base}/complete?code=${accepted.code}`);
    return '';
  }

  /** Opens the session, in the browser that began. */
  @Get(['complete', ':provider/complete'])
  @Public()
  @HttpCode(303)
  async complete(
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.limits.spend('complete', request.ip);
    const browser = this.cookies.browser(request);
    this.answer.send(await this.signIn.complete(query.code, browser, this.answer.browserOf(request)), reply);
  }
}
