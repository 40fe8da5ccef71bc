import { Body, Controller, Get, Headers, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { type BookingInfo, type VisitRequested } from '@gatehouse/contract';
import { isUUID } from 'class-validator';
import { type FastifyRequest } from 'fastify';
import { DomainError } from '../../kernel/domain-error.js';
import { Public } from '../../platform/http/access.js';
import { Authenticators } from '../../platform/http/authenticators.js';
import { fingerprint, RateLimits } from '../../platform/http/rate-limits.js';
import { currentScope } from '../../platform/scope.js';
import { BookingInfoQuery } from '../application/booking-info.query.js';
import { RequestVisit } from '../application/request-visit.js';
import { VisitorVisitsQuery } from '../application/visitor-visits.query.js';
import { RequestVisitDto } from './request-visit.dto.js';

/** A campus network hides many phones behind one address: generous for people, narrow for scripts. */
const applicationsOfAPhone = { name: 'applications-of-a-phone', points: 20, seconds: 3600 };
const applications = { name: 'applications', points: 60, seconds: 3600 };

@ApiTags('booking')
@Controller()
export class BookingController {
  constructor(
    private readonly commands: CommandBus,
    private readonly booking: BookingInfoQuery,
    private readonly visits: VisitorVisitsQuery,
    private readonly limits: RateLimits,
    private readonly authenticators: Authenticators,
  ) {}

  /** What the application form must know. */
  @Get('booking')
  @Public()
  info(): Promise<BookingInfo> {
    return this.booking.info();
  }

  /** Applies for a visit. The same `Idempotency-Key` again gives the same answer and no second visit. */
  @Post('visits')
  @Public()
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'a UUID made once per form' })
  async request(
    @Headers('idempotency-key') key: string | undefined,
    @Body() form: RequestVisitDto,
    @Req() request: FastifyRequest,
  ): Promise<VisitRequested> {
    if (!isUUID(key)) throw new DomainError('request.malformed');
    const keeper = form.keepsSomebody() ? await this.keeper(request) : null;
    await this.limits.spend(applications, currentScope().address);
    await this.limits.spend(applicationsOfAPhone, keeper ?? fingerprint(form.applicant.mobile));
    return this.visits.requested(await this.commands.execute(new RequestVisit(String(key), form.toInput(), keeper)));
  }

  /** Whose earlier visits people may be taken from: only a session that proved its phone has any. */
  private async keeper(request: FastifyRequest): Promise<string> {
    const visitor = await this.authenticators.principalOf('visitor', request);
    if (visitor?.kind !== 'visitor') throw new DomainError('auth.sign-in-needed');
    return visitor.mobileIndex.toString('hex');
  }
}
