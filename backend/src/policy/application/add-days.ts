import { type AddDaysInput } from '@gatehouse/contract';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { addDays, daysBetween } from '../../kernel/campus-time.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Calendars } from './calendars.js';

const MOST_DAYS = 92;

/** Days of a campus: an anniversary, examinations, days that take no visitors. */
export class AddDays extends Command<void> {
  constructor(
    readonly input: AddDaysInput,
    readonly by: string,
  ) {
    super();
  }
}

@CommandHandler(AddDays)
export class AddDaysHandler implements ICommandHandler<AddDays> {
  constructor(
    private readonly calendars: Calendars,
    private readonly clock: Clock,
  ) {}

  async execute({ input: { from, until, campusId, kind, name, nameEn }, by }: AddDays): Promise<void> {
    const count = daysBetween(from, until) + 1;
    if (!(count >= 1 && count <= MOST_DAYS))
      throw new DomainError('request.invalid', {}, [{ path: 'until', code: 'field.out-of-range' }]);
    const one = { campusId, kind, name: name.trim(), nameEn: nameEn?.trim() ? nameEn.trim() : name.trim() };
    const days = Array.from({ length: count }, (_, at) => ({ ...one, day: addDays(from, at) }));
    await this.calendars.addDays(days, by, this.clock.now());
  }
}
