import { Body, Controller, Get, Header, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { DomainError } from '../../kernel/domain-error.js';
import { Public } from '../../platform/http/access.js';
import { Settings } from '../../platform/settings.js';
import { DemoPeopleQuery } from '../application/demo-people.query.js';
import { SignInByProvider } from '../application/sign-in-by-provider.js';
import { DevelopmentPageDto, DevelopmentSignInDto } from './development-sign-in.dto.js';
import { developmentSignInPage } from './development-sign-in.page.js';
import { ownPath } from './own-path.js';
import { SessionCookies } from './session-cookies.js';
import { SignInAnswer } from './sign-in-answer.js';

const KEY = 'dev';

/** Signs in anybody of the demo campus. Does not exist in production. */
@ApiExcludeController()
@Controller('auth/dev/login')
export class DevelopmentSignInController {
  constructor(
    private readonly commands: CommandBus,
    private readonly settings: Settings,
    private readonly people: DemoPeopleQuery,
    private readonly cookies: SessionCookies,
    private readonly answer: SignInAnswer,
  ) {}

  @Get()
  @Public()
  @Header('content-type', 'text/html; charset=utf-8')
  // With the usual `no-referrer` browsers send `Origin: null` with the form, which the origin check refuses.
  @Header('referrer-policy', 'same-origin')
  @Header('cache-control', 'no-store')
  async page(@Query() { next, q }: DevelopmentPageDto): Promise<string> {
    this.checkOffered();
    const typed = (q ?? '').trim();
    return developmentSignInPage(await this.people.matching(typed), ownPath(next), typed);
  }

  @Post()
  @Public()
  @HttpCode(303)
  async signIn(
    @Body() { staffNumber, next }: DevelopmentSignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    this.checkOffered();
    const browser = this.answer.browserOf(request);
    const outcome = await this.commands.execute(new SignInByProvider(KEY, { staffNumber }, browser));
    if ('refusal' in outcome) throw new DomainError('auth.provider-refused');
    this.cookies.write('staff', outcome.token, reply);
    void reply.header('location', ownPath(next));
  }

  private checkOffered(): void {
    if (!this.settings.isDemo) throw new DomainError('auth.provider-unknown');
  }
}
