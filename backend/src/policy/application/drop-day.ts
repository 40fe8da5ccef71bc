import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { Calendars } from './calendars.js';

/** A day of a campus is taken out of the calendar. Announced days are replaced with their year, never one by one. */
export class DropDay extends Command<void> {
  constructor(
    readonly dayId: string,
    readonly campusIds: string[] | null,
  ) {
    super();
  }
}

@CommandHandler(DropDay)
export class DropDayHandler implements ICommandHandler<DropDay> {
  constructor(
    private readonly calendars: Calendars,
    private readonly clock: Clock,
  ) {}

  execute({ dayId, campusIds }: DropDay): Promise<void> {
    return this.calendars.dropDay(dayId, campusIds, this.clock.now());
  }
}
