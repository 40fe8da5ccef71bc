import { Body, Controller, Get, Header, HttpCode, Param, ParseIntPipe, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type RevealedPerson, type VisitScreening } from '@gatehouse/contract';
import { Permission, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { RateLimits } from '../../platform/http/rate-limits.js';
import { RevealPerson } from '../application/reveal-person.js';
import { VisitScreeningQuery } from '../application/visit-screening.query.js';
import { RevealPersonDto } from './reveal.dto.js';

const revealsOfAPerson = { name: 'reveals-of-staff', points: 20, seconds: 3600 };

/** What only the security office sees of the people of a visit. */
@ApiTags('visits')
@Controller('visits/:id')
export class RevealController {
  constructor(
    private readonly commands: CommandBus,
    private readonly screenings: VisitScreeningQuery,
    private readonly limits: RateLimits,
  ) {}

  /** Full numbers of one person, for a reason that the person reads. Few within an hour. */
  @Post('people/:index/reveal')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Permission('person.reveal')
  async reveal(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('index', ParseIntPipe) personIndex: number,
    @Body() { fields, reason }: RevealPersonDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<RevealedPerson> {
    await this.limits.spend(revealsOfAPerson, staff.id);
    return this.commands.execute(new RevealPerson(id, { personIndex, fields, reason }, staff));
  }

  /** What the blacklist says of its people at this moment. */
  @Get('screening')
  @Permission('blacklist.read')
  screening(@Param('id', ParseUUIDPipe) id: string, @Staff() staff: StaffPrincipal): Promise<VisitScreening> {
    return this.screenings.of(id, staff);
  }
}
