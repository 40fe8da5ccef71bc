import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type CalendarView } from '@gatehouse/contract';
import { Permission, requireCampus, requireUnbound, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { AddDays } from '../application/add-days.js';
import { CalendarQuery } from '../application/calendar.query.js';
import { DropDay } from '../application/drop-day.js';
import { EnterYear } from '../application/enter-year.js';
import { AddDaysDto, CalendarQueryDto, EnterYearDto } from './calendar.dto.js';

/** Holidays, make-up working days, and the days of each campus. */
@ApiTags('policy')
@Controller('calendar')
export class CalendarController {
  constructor(
    private readonly commands: CommandBus,
    private readonly calendar: CalendarQuery,
  ) {}

  @Get()
  @Permission('policy.read')
  show(@Query() { year }: CalendarQueryDto, @Staff() { campusIds }: StaffPrincipal): Promise<CalendarView> {
    return this.calendar.of(year, campusIds);
  }

  /** The announced days of a year, in place of what was known of it. Lines that are wrong are named, and nothing is kept. */
  @Put('years/:year')
  @Permission('policy.write')
  async enterYear(
    @Param('year', ParseIntPipe) year: number,
    @Body() input: EnterYearDto,
    @Staff() staff: StaffPrincipal,
  ): Promise<CalendarView> {
    requireUnbound(staff);
    await this.commands.execute(new EnterYear(year, input, staff.name));
    return this.calendar.of(year, null);
  }

  @Post('days')
  @HttpCode(200)
  @Permission('policy.write')
  async addDays(@Body() input: AddDaysDto, @Staff() staff: StaffPrincipal): Promise<CalendarView> {
    if (input.campusId === null) requireUnbound(staff);
    else requireCampus(staff, input.campusId);
    await this.commands.execute(new AddDays(input, staff.name));
    return this.calendar.of(Number(input.from.slice(0, 4)), staff.campusIds);
  }

  @Delete('days/:id')
  @HttpCode(204)
  @Permission('policy.write')
  async dropDay(
    @Param('id', ParseUUIDPipe) id: string,
    @Staff() { campusIds, unitIds }: StaffPrincipal,
  ): Promise<void> {
    await this.commands.execute(new DropDay(id, unitIds ? [] : campusIds));
  }
}
