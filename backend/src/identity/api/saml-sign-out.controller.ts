import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Public } from '../../platform/http/access.js';
import { FROM_ANY_ORIGIN } from '../../platform/http/origin-check.js';
import { SamlSignOut } from '../application/saml-sign-out.js';
import { type CameAs } from '../application/saml-sign-on.js';
import { SignInAnswer } from './sign-in-answer.js';
import { SignInCookies } from './sign-in-cookies.js';
import { SignInLimits } from './sign-in-limits.js';

/** Single sign-out by SAML, both ways, by redirect and by form. */
@ApiExcludeController()
@Controller('auth/saml')
export class SamlSignOutController {
  constructor(
    private readonly signOut: SamlSignOut,
    private readonly answer: SignInAnswer,
    private readonly cookies: SignInCookies,
    private readonly limits: SignInLimits,
  ) {}

  /** On to a provider that takes sign-outs as forms only. */
  @Get(['leave', ':provider/leave'])
  @Public()
  async leave(
    @Query('handle') handle: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    await this.limits.spend('end', request.ip);
    const departure = await this.signOut.departure(handle, this.cookies.browser(request));
    return this.answer.leave(departure ?? { url: '/host/?signedOut=1', fields: null }, reply);
  }

  /** A message by redirect. The query is read as it stands in the address. */
  @Get(['slo', ':provider/slo'])
  @Public()
  async byRedirect(
    @Param('provider') provider: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const [, query = ''] = /\?(.*)$/s.exec(request.raw.url ?? '') ?? [];
    return this.take(provider, { query }, request, reply);
  }

  /** A message by form. It comes from another site and therefore without cookies, and needs none. */
  @Post(['slo', ':provider/slo'])
  @Public()
  @HttpCode(200)
  @RouteConfig(FROM_ANY_ORIGIN)
  async byForm(
    @Param('provider') provider: string | undefined,
    @Body() body: Record<string, unknown> | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.take(provider, { form: body ?? {} }, request, reply);
  }

  private async take(
    provider: string | undefined,
    came: CameAs,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<string> {
    await this.limits.spend('end', request.ip);
    const taken = await this.signOut.take(provider ?? 'saml', came);
    return 'url' in taken ? this.answer.leave(taken, reply) : this.answer.failedPage(taken, reply);
  }
}
