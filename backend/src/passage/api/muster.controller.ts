import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type EmergencyView, type MusterTick, type OfficeMuster } from '@gatehouse/contract';
import { DomainError } from '../../kernel/domain-error.js';
import { Permission, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { CampusMusterQuery } from '../application/campus-muster.query.js';
import { ClearMusterTicks } from '../application/clear-muster-ticks.js';
import { EmergenciesQuery } from '../application/emergencies.query.js';
import { NoteMusterPrinted } from '../application/note-muster-printed.js';
import { type Counting, RollCall } from '../application/roll-call.js';
import { TickMuster } from '../application/tick-muster.js';
import { MusterCampusDto, MusterPrintDto, MusterTickDto } from './muster.dto.js';

/** Who is on campus, and gates that stood open, as the office sees them. */
@ApiTags('incidents')
@Controller()
export class MusterController {
  constructor(
    private readonly musters: CampusMusterQuery,
    private readonly emergencies: EmergenciesQuery,
    private readonly roll: RollCall,
    private readonly commands: CommandBus,
  ) {}

  @Get('muster')
  @Permission('dashboard.read')
  muster(@Query() { campus }: MusterCampusDto, @Staff() { campusIds, unitIds }: StaffPrincipal): Promise<OfficeMuster> {
    if (campusIds && !campusIds.includes(campus)) throw new DomainError('auth.not-permitted');
    return this.musters.forOffice(campus, unitIds);
  }

  /** The list was printed: names leave the system on paper, which is audited. */
  @Post('muster/prints')
  @HttpCode(204)
  @Permission('dashboard.read')
  async printed(@Body() { campus, people }: MusterPrintDto, @Staff() { campusIds }: StaffPrincipal): Promise<void> {
    if (campusIds && !campusIds.includes(campus)) throw new DomainError('auth.not-permitted');
    await this.commands.execute(new NoteMusterPrinted(campus, people));
  }

  /** Who was met at the assembly point today, by whom and when: one list for everybody who counts. */
  @Get('muster/ticks')
  @Permission('dashboard.read')
  ticks(@Query() { campus }: MusterCampusDto, @Staff() staff: StaffPrincipal): Promise<MusterTick[]> {
    return this.roll.met(counting(campus, staff));
  }

  /** Met, or not after all. The same again changes nothing; who ticked first stays. */
  @Put('muster/ticks')
  @HttpCode(204)
  @Permission('dashboard.read')
  async tick(@Body() { campus, passId, met }: MusterTickDto, @Staff() staff: StaffPrincipal): Promise<void> {
    await this.commands.execute(new TickMuster(counting(campus, staff), passId, met, staff.name));
  }

  /** Counting begins again. */
  @Post('muster/ticks/clear')
  @HttpCode(204)
  @Permission('dashboard.read')
  async clear(@Body() { campus }: MusterCampusDto, @Staff() staff: StaffPrincipal): Promise<void> {
    await this.commands.execute(new ClearMusterTicks(counting(campus, staff)));
  }

  /** Emergency openings of the last month. */
  @Get('emergencies')
  @Permission('incident.read')
  list(@Staff() { campusIds }: StaffPrincipal): Promise<EmergencyView[]> {
    return this.emergencies.ofCampuses(campusIds, true);
  }
}

function counting(campusId: string, { campusIds, unitIds }: StaffPrincipal): Counting {
  if (campusIds && !campusIds.includes(campusId)) throw new DomainError('auth.not-permitted');
  return { campusId, unitIds };
}
