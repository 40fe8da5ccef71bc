import { type EquipmentFault } from '@gatehouse/contract';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../kernel/clock.js';
import { CAMPUS_OFFSET_MINUTES } from '../../../../kernel/campus-time.js';
import { type Brought, DeviceFault, type KnownEquipment } from '../../../application/gate-devices.js';
import { type Errand } from '../../../application/provisioning-book.js';
import { FacePicture } from '../../face-picture.js';
import { readLogEntry } from './access-event.js';
import { HikvisionTerminal } from './hikvision-terminal.js';
import { IsapiClient, type IsapiAnswer } from './isapi-client.js';
import { faceForm } from './multipart.js';

const LIBRARY = { faceLibType: 'blackFD', FDID: '1' };
const PAGE = 30;
const MOST_PAGES = 40;
/** Further back than any outage that a terminal's own list of persons would have bridged. */
const LOOK_BACK_MS = 24 * 3_600_000;
const OVERLAP_MS = 10 * 60_000;

/** Terminals that we call: persons and faces are brought and removed at once, stored events are fetched. */
@Injectable()
export class HikvisionDevices {
  constructor(
    private readonly client: IsapiClient,
    private readonly terminal: HikvisionTerminal,
    private readonly pictures: FacePicture,
    private readonly clock: Clock,
  ) {}

  /** The person first, since a face needs one. Both are set, not added: again is harmless. */
  async hold(device: KnownEquipment, errand: Errand): Promise<Brought> {
    const picture = await this.pictures.of(errand);
    await this.json(device, 'PUT', '/ISAPI/AccessControl/UserInfo/SetUp', personOf(device, errand));
    const { type, body } = faceForm('FaceDataRecord', { ...LIBRARY, FPID: String(errand.number) }, picture);
    const path = '/ISAPI/Intelligent/FDLib/FDSetUp?format=json';
    check(await this.client.call(device, { method: 'PUT', path, type, body }));
    return 'done';
  }

  /** Removing a person takes the face along at most terminals; at those that keep it, the face goes first. */
  async remove(device: KnownEquipment, { number }: Errand): Promise<Brought> {
    const search = `/ISAPI/Intelligent/FDLib/FDSearch/Delete?format=json&FDID=${LIBRARY.FDID}&faceLibType=${LIBRARY.faceLibType}`;
    await this.json(device, 'PUT', search, { FPID: [{ value: String(number) }] }, ['employeeNoNotExist']);
    await this.json(
      device,
      'PUT',
      '/ISAPI/AccessControl/UserInfo/Delete',
      { UserInfoDelCond: { EmployeeNoList: [{ employeeNo: String(number) }] } },
      ['employeeNoNotExist'],
    );
    return 'done';
  }

  /** Reads the terminal's own log page by page. Passages that are here already stay as they are. */
  async catchUp(device: KnownEquipment): Promise<void> {
    const now = this.clock.now();
    const earliest = now.getTime() - LOOK_BACK_MS;
    const since = new Date(Math.max(earliest, (device.lastSeenAt?.getTime() ?? earliest) - OVERLAP_MS));
    for (let position = 0, page = 0; page < MOST_PAGES; page += 1) {
      const found = await this.logPage(device, position, since, now);
      for (const entry of found.entries) await this.terminal.record(device, readLogEntry(entry));
      position += found.entries.length;
      if (!found.hasMore || found.entries.length === 0) return;
    }
  }

  private async logPage(device: KnownEquipment, searchResultPosition: number, since: Date, until: Date) {
    const AcsEventCond = {
      searchID: String(since.getTime()), searchResultPosition, maxResults: PAGE, major: 5, minor: 0,
      startTime: campusStamp(since), endTime: campusStamp(until),
    }; // prettier-ignore
    const { AcsEvent } = await this.json(device, 'POST', '/ISAPI/AccessControl/AcsEvent', { AcsEventCond });
    const { InfoList, responseStatusStrg } = (AcsEvent ?? {}) as { InfoList?: unknown; responseStatusStrg?: unknown };
    return { entries: Array.isArray(InfoList) ? (InfoList as unknown[]) : [], hasMore: responseStatusStrg === 'MORE' };
  }

  private async json(
    device: KnownEquipment,
    method: 'POST' | 'PUT',
    path: string,
    body: object,
    fine: string[] = [],
  ): Promise<Record<string, unknown>> {
    const full = path.includes('?') ? path : `${path}?format=json`;
    const call = { method, path: full, type: 'application/json', body: JSON.stringify(body) };
    return check(await this.client.call(device, call), fine);
  }
}

/** The person under a number only: neither terminal nor its screen learns a name. */
const personOf = ({ lanes }: KnownEquipment, { number, validFrom, validUntil }: Errand) => ({
  UserInfo: {
    employeeNo: String(number),
    name: String(number),
    userType: 'visitor',
    Valid: {
      enable: true,
      beginTime: campusStamp(validFrom).slice(0, 19),
      endTime: campusStamp(validUntil).slice(0, 19),
      timeType: 'local',
    },
    doorRight: lanes.map(({ door }) => door).join(','),
    RightPlan: lanes.map(({ door }) => ({ doorNo: door, planTemplateNo: '1' })),
  },
});

/** `2026-11-24T09:00:00+08:00` */
const campusStamp = (at: Date): string =>
  `${new Date(at.getTime() + CAMPUS_OFFSET_MINUTES * 60_000).toISOString().slice(0, 19)}+08:00`;

/** Throws what is wrong in words of ours. Only sub-codes are read: sentences of a terminal may quote the person. */
function check({ status, json }: IsapiAnswer, fine: string[] = []): Record<string, unknown> {
  const code = typeof json.subStatusCode === 'string' ? json.subStatusCode : '';
  const isGood = status < 300 && (json.statusCode === undefined || json.statusCode === 1);
  if (isGood || fine.includes(code)) return json;
  throw new DeviceFault(faultOf(status, code));
}

function faultOf(status: number, code: string): EquipmentFault {
  if (/noMemory|full|upperLimit/i.test(code)) return 'full';
  if (/noFace|faceNotFound/i.test(code)) return 'no-face';
  if (/model|picture|subpic|face|quality/i.test(code)) return 'photo-unfit';
  if (status === 404 || status === 405 || /notSupport|methodNotAllowed/i.test(code)) return 'unsupported';
  return 'rejected';
}
