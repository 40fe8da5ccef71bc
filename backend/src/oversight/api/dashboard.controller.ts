import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Dashboard } from '@gatehouse/contract';
import { type FastifyReply } from 'fastify';
import { DomainError } from '../../kernel/domain-error.js';
import {
  Permission,
  type RequestWithPrincipal,
  Staff,
  type StaffPrincipal,
  within,
} from '../../platform/http/access.js';
import { Authenticators } from '../../platform/http/authenticators.js';
import { DashboardQuery } from '../application/dashboard.query.js';
import { LiveDashboards } from '../infrastructure/live-dashboards.js';
import { DashboardQueryDto } from './dashboard.dto.js';
import { EventStream } from './event-stream.js';

const EVENTS = 'text/event-stream';

@ApiTags('dashboard')
@Controller('dashboard')
export class DashboardController {
  constructor(
    private readonly dashboard: DashboardQuery,
    private readonly live: LiveDashboards,
    private readonly authenticators: Authenticators,
  ) {}

  /** Today's numbers, those of yesterday and of a week ago beside them. */
  @Get()
  @Permission('dashboard.read')
  today(@Query() question: DashboardQueryDto, @Staff() staff: StaffPrincipal): Promise<Dashboard> {
    return this.dashboard.of(question, staff);
  }

  /** The same as server-sent events: at once, and whenever something changed. */
  @Get('live')
  @ApiProduces(EVENTS)
  @Permission('dashboard.read')
  async watch(
    @Query() question: DashboardQueryDto,
    @Staff() staff: StaffPrincipal,
    @Req() request: RequestWithPrincipal,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!request.headers.accept?.includes(EVENTS)) throw new DomainError('request.malformed');
    const stream = new EventStream(reply);
    await this.live.watch(staff.id, question, staff, {
      ...stream.door,
      isAllowed: () => this.isStillAllowed(staff, request),
    });
  }

  /** A session that ended, or whose bounds are others now, loses its stream; the page asks again and is answered anew. */
  private async isStillAllowed(staff: StaffPrincipal, request: RequestWithPrincipal): Promise<boolean> {
    const now = await this.authenticators.principalOf('staff', request);
    if (now?.kind !== 'staff' || !now.permissions.includes('dashboard.read')) return false;
    const { campusIds, unitIds } = within(now, 'dashboard.read');
    return JSON.stringify([campusIds, unitIds]) === JSON.stringify([staff.campusIds, staff.unitIds]);
  }
}
