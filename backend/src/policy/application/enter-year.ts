import { type EnterYearInput } from '@gatehouse/contract';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { announcedDays } from '../domain/announced-days.js';
import { Calendars } from './calendars.js';

/** Holidays and make-up working days of a year, as they were announced. */
export class EnterYear extends Command<void> {
  constructor(
    readonly year: number,
    readonly input: EnterYearInput,
    readonly by: string,
  ) {
    super();
  }
}

@CommandHandler(EnterYear)
export class EnterYearHandler implements ICommandHandler<EnterYear> {
  constructor(
    private readonly calendars: Calendars,
    private readonly clock: Clock,
  ) {}

  async execute({ year, input: { source, csv }, by }: EnterYear): Promise<void> {
    if (year < 2020 || year > 2100)
      throw new DomainError('request.invalid', {}, [{ path: 'year', code: 'calendar.year-wrong' }]);
    await this.calendars.enterYear(year, source.trim(), announcedDays(csv, year), by, this.clock.now());
  }
}
