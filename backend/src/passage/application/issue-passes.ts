import { plateMatchKey } from '@gatehouse/contract/rules/plate-number';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { minutesOf } from '../../kernel/campus-time.js';
import { Clock } from '../../kernel/clock.js';
import { Ids } from '../../kernel/ids.js';
import { Rules } from '../../policy/public.js';
import { VisitBook, type PartyMemberFacts, type VisitFacts } from '../../visit/public.js';
import { type DailyMinutes, Pass, type RenewedPass } from '../domain/pass.js';
import { Passes } from './passes.js';

/** Gives every person of an approved visit an own pass. Persons who have one keep it, renewed when the visit changed. */
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
    const issued = await this.passes.ofVisit(visitId);
    for (const person of visit.party) {
      const contents = contentsOf(visit, person, settings.pass.entries);
      const pass = issued.find((candidate) => candidate.isOf(person));
      if (pass) pass.reinstate(contents, this.clock.now());
      else await this.issue(visit, contents);
    }
  }

  private async issue({ id: visitId, campusId }: VisitFacts, contents: RenewedPass): Promise<void> {
    const [id, number] = [this.ids.uuid(), await this.passes.freeNumber()];
    await this.passes.add(Pass.issue({ id, number, campusId, visitId, ...contents }, this.clock.now()));
  }
}

function contentsOf(visit: VisitFacts, holder: PartyMemberFacts, entries: number | null): RenewedPass {
  const { plate, period, transport, unitId, unitName, hostId, hostName } = visit;
  const { weekly } = period;
  const hours = weekly ?? visit.dailyHours;
  return {
    holder,
    period,
    dailyHours: hours && dailyMinutes(hours),
    weekdays: weekly?.weekdays ?? null,
    plate,
    plateKey: plate && plateMatchKey(plate),
    gateIds: [],
    // A term is worth as many entries as it has days, and more.
    entries: weekly ? null : entries,
    display: {
      visitNumber: visit.number,
      unitId,
      unitName,
      hostId,
      hostName,
      transport,
      partySize: visit.party.length,
    },
  };
}

const dailyMinutes = ({ from, until }: { from: string; until: string }): DailyMinutes => ({
  from: minutesOf(from),
  until: minutesOf(until),
});
