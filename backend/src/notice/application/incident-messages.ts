import { Injectable } from '@nestjs/common';
import { type IncidentKind, type Locale } from '@gatehouse/contract';
import { Hosts } from '../../directory/public.js';
import { Settings } from '../../platform/settings.js';
import { OfficeReaders } from './office-readers.query.js';
import { StaffMessages } from './staff-messages.js';
import { incidentFound } from './templates.js';

const kinds: Record<IncidentKind, Record<Locale, string>> = {
  'double-passage': { zh: '一码在两处通行', en: 'one pass was used at two places' },
  'outcome-conflict': { zh: '同一次扫码有两种结果', en: 'one scan has two outcomes' },
  listed: { zh: '断网期间放行了黑名单人员', en: 'somebody on the blacklist was let in while a gate was offline' },
  revoked: { zh: '断网期间放行了已撤销的访客码', en: 'a revoked pass was let in while a gate was offline' },
  emergency: { zh: '应急纸号没有按时补录', en: 'papers of an emergency were not entered in time' },
};

/** Tells the security office of a campus what was found at its gates. Names nobody. */
@Injectable()
export class IncidentMessages {
  constructor(
    private readonly hosts: Hosts,
    private readonly readers: OfficeReaders,
    private readonly staff: StaffMessages,
    private readonly settings: Settings,
  ) {}

  async tellFound(incidentId: string, campusId: string, kind: IncidentKind): Promise<void> {
    const link = `${this.settings.PUBLIC_URL}/console/incidents/${incidentId}`;
    const campus = (await this.hosts.campus(campusId))?.name ?? '';
    const organisation = this.settings.ORGANISATION;
    const text = incidentFound.zh({ organisation, campus, kind: kinds[kind], link });
    const values = { organisation, campus, kind: kinds[kind].zh, link };
    for (const id of await this.readers.of(campusId, null))
      await this.staff.tell(id, { template: 'incident-found', text, values, link });
  }
}
