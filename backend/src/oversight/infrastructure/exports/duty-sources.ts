import { Injectable } from '@nestjs/common';
import { type AuditRow, type HostLedgerRow, type IncidentFilter, type IncidentRow } from '@gatehouse/contract';
import { HostLedgerQuery } from '../../../approval/public.js';
import { IncidentsQuery } from '../../../passage/public.js';
import { AuditTrailQuery } from '../../application/audit-trail.query.js';
import {
  atOnce,
  type ExportContext,
  ExportSource,
  momentColumn,
  numberColumn,
  type OpenedSource,
  PAGE,
  pagesOf,
  type RowColumn,
  sourceOf,
  textColumn,
} from './export-source.js';
import { titleText } from './titles.js';
import { wordOf } from './words.js';

const incidentColumns: RowColumn<IncidentRow>[] = [
  momentColumn('发现时间', 'Found', (row) => row.foundAt),
  textColumn('种类', 'Kind', 22, (row, locale) => wordOf(row.kind, locale)),
  textColumn('状态', 'State', 8, (row, locale) => wordOf(row.state, locale)),
  textColumn('校区', 'Campus', 14, (row) => row.campus.name),
  textColumn('姓名', 'Name', 12, (row) => row.personName),
  textColumn('申请编号', 'Application', 18, (row) => row.visitNumber),
  numberColumn('涉及通行', 'Passages', 10, (row) => row.scans.length),
  textColumn('校门', 'Gates', 24, (row) => [...new Set(row.scans.map(({ gate }) => gate.name))].join('、')),
  textColumn('结论', 'Finding', 16, (row, locale) => wordOf(row.closing?.finding, locale)),
  textColumn('说明', 'Note', 40, (row) => row.closing?.note ?? null),
  textColumn('办结人', 'Closed by', 12, (row) => row.closing?.by ?? null),
  momentColumn('办结时间', 'Closed', (row) => row.closing?.at ?? null),
];

@Injectable()
export class IncidentsSource extends ExportSource {
  readonly list = 'incidents';

  constructor(private readonly incidents: IncidentsQuery) {
    super();
  }

  open(context: ExportContext): OpenedSource {
    const { scope, sought } = context;
    const filter = context.filter as IncidentFilter;
    return sourceOf(
      context,
      titleText('incidents'),
      incidentColumns,
      () => this.incidents.count(filter, scope, null, sought),
      () =>
        pagesOf((after) => this.incidents.batch({ ...filter, limit: PAGE, ...(after && { after }) }, scope, sought)),
    );
  }
}

const ledgerColumns: RowColumn<HostLedgerRow>[] = [
  textColumn('被访人', 'Host', 12, (row) => row.host.name),
  textColumn('单位', 'Unit', 22, (row) => row.unitName),
  textColumn('月份', 'Month', 10, (row) => row.month),
  numberColumn('同意', 'Approved', 10, (row) => row.approved),
  numberColumn('人数', 'People', 10, (row) => row.people),
  numberColumn('到访', 'Entered', 10, (row) => row.entered),
  numberColumn('爽约', 'No-show', 10, (row) => row.noShow),
  numberColumn('超时', 'Overstayed', 10, (row) => row.overstayed),
  numberColumn('异常', 'Incidents', 10, (row) => row.incidents),
  momentColumn('暂停至', 'Suspended until', (row) => (row.suspension?.active ? row.suspension.until : null)),
];

@Injectable()
export class HostsLedgerSource extends ExportSource {
  readonly list = 'hosts-ledger';

  constructor(private readonly ledger: HostLedgerQuery) {
    super();
  }

  open(context: ExportContext): OpenedSource {
    const read = () => this.ledger.rows(context.scope, context.filter.month, null);
    const title = titleText('hosts-ledger');
    const opened = sourceOf(
      context,
      title,
      ledgerColumns,
      async () => (await read()).length,
      () => atOnce(read),
    );
    const columns = opened.columns.map((column) => ({ ...column, hasTotal: column.kind === 'number' }));
    return { ...opened, columns };
  }
}

const auditColumns: RowColumn<AuditRow>[] = [
  numberColumn('序号', 'No.', 10, (row) => row.seq),
  momentColumn('时间', 'Time', (row) => row.at),
  textColumn('身份', 'Kind', 10, (row) => row.actorKind),
  textColumn('操作人', 'Actor', 14, (row) => row.actorName),
  textColumn('动作', 'Action', 28, (row) => row.action),
  textColumn('对象', 'Subject', 14, (row) => row.subjectKind),
  textColumn('对象编号', 'Subject id', 38, (row) => row.subjectId),
  textColumn('详情', 'Details', 60, (row) => JSON.stringify(row.details)),
  textColumn('条目号', 'Entry', 38, (row) => row.id),
];

@Injectable()
export class AuditSource extends ExportSource {
  readonly list = 'audit';

  constructor(private readonly trail: AuditTrailQuery) {
    super();
  }

  open(context: ExportContext): OpenedSource {
    const { filter } = context;
    const { campusIds } = context.scope;
    return sourceOf(
      context,
      titleText('audit'),
      auditColumns,
      () => this.trail.count(filter, campusIds, context.now),
      () =>
        pagesOf((after) =>
          this.trail.batch({ ...filter, limit: PAGE, ...(after && { after }) }, campusIds, context.now),
        ),
    );
  }
}
