import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { Emergencies } from './emergencies.js';
import { FindIncident } from './find-incident.js';

const AT_ONCE = 20;

/** Papers of an emergency were not entered in time: the office has to look. Answers how many; run again until 0. */
export class ReportLatePapers extends Command<number> {}

@CommandHandler(ReportLatePapers)
export class ReportLatePapersHandler implements ICommandHandler<ReportLatePapers> {
  constructor(
    private readonly emergencies: Emergencies,
    private readonly incidents: FindIncident,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<number> {
    const late = await this.emergencies.late(this.clock.now(), AT_ONCE);
    for (const { id, campusId, passageIds } of late) {
      const papers = { campusId, kind: 'emergency' as const, passId: null, visitId: null, passageIds };
      await this.incidents.of({ ...papers, emergencyId: id });
    }
    return late.length;
  }
}
