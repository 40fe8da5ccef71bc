import { Injectable } from '@nestjs/common';
import { type ApprovalRoute, routeFor, Rules } from '../../policy/public.js';
import { type Visit } from '../domain/visit.js';
import { OfficeCheck } from './office-check.js';
import { severestOf } from './screening-keys.js';

/** Who must approve a visit by the rules in force. */
@Injectable()
export class VisitRoute {
  constructor(
    private readonly rules: Rules,
    private readonly office: OfficeCheck,
  ) {}

  async of(visit: Visit, hostIsLeader: boolean): Promise<ApprovalRoute> {
    const { settings } = await this.rules.current();
    const watchLevel = severestOf(await this.office.levels(visit));
    const { party, period, transport } = visit.contents;
    const { purpose } = visit;
    const vehicle = transport === 'car';
    return routeFor({ purpose, ...period, partySize: party.length, vehicle, watchLevel, hostIsLeader }, settings);
  }
}
