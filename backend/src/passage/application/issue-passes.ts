import { plateMatchKey } from '@gatehouse/contract/rules/plate-number';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { minutesOf } from '../../kernel/campus-time.js';
import { Clock } from '../../kernel/clock.js';
import { Ids } from '../../kernel/ids.js';
import { Rules } from '../../policy/public.js';
import { VisitBook, type PartyMemberFacts, type VisitFacts } from '../../visit/public.js';
import { type DailyMinutes, Pass } from '../domain/pass.js';
import { Passes } from './passes.js';

/** Gives every person of an approved visit an own pass. Persons who have one keep it. */
export class IssuePasses extends Command<void> {
  constructor(readonly visitId: string) {
    super();
  }
}

@CommandHandler(IssuePasses)
export class IssuePassesHandler implements ICommandHandler<IssuePasses> {
  constructor(
    private readonly passes: Passes,
    private readonly visits: VisitBook,
    private readonly rules: Rules,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute({ visitId }: IssuePasses): Promise<void> {
    const visit = await this.visits.facts(visitId);
    const { settings } = await this.rules.current();
    const issued = new Set((await this.passes.ofVisit(visitId)).map(({ personIndex }) => personIndex));
    for (const person of visit.party.filter(({ index }) => !issued.has(index)))
      await this.issue(visit, person, settings.pass.entries);
  }

  private async issue(visit: VisitFacts, holder: PartyMemberFacts, entries: number | null): Promise<void> {
    const { plate, period, campusId, transport, unitId, unitName, hostId, hostName } = visit;
    const pass = Pass.issue(
      {
        id: this.ids.uuid(),
        number: await this.passes.freeNumber(),
        campusId,
        visitId: visit.id,
        holder,
        period,
        dailyHours: visit.dailyHours && dailyMinutes(visit.dailyHours),
        plate,
        plateKey: plate && plateMatchKey(plate),
        gateIds: [],
        entries,
        display: {
          visitNumber: visit.number,
          unitId,
          unitName,
          hostId,
          hostName,
          transport,
          partySize: visit.party.length,
        },
      },
      this.clock.now(),
    );
    await this.passes.add(pass);
  }
}

const dailyMinutes = ({ from, until }: { from: string; until: string }): DailyMinutes => ({
  from: minutesOf(from),
  until: minutesOf(until),
});
