import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DomainError } from '../../kernel/domain-error.js';
import { Hosts } from '../public.js';
import { DirectoryJournal, Leaders } from './leaders.js';

/** Makes somebody a leader of his unit, or no longer one. A unit may have several. */
export class AppointLeader extends Command<void> {
  constructor(
    readonly staffId: string,
    readonly leader: boolean,
  ) {
    super();
  }
}

@CommandHandler(AppointLeader)
export class AppointLeaderHandler implements ICommandHandler<AppointLeader> {
  constructor(
    private readonly hosts: Hosts,
    private readonly leaders: Leaders,
    private readonly journal: DirectoryJournal,
  ) {}

  async execute({ staffId, leader }: AppointLeader): Promise<void> {
    const staff = await this.hosts.withId(staffId);
    if (!staff) throw new DomainError('request.not-found');
    if (!staff.active && leader) throw new DomainError('directory.member-left');
    if (staff.isLeader === leader) return;
    await this.leaders.set(staffId, leader);
    await this.journal.leaderSet(staff, leader);
  }
}
