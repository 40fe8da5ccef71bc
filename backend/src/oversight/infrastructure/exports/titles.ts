import { type ExportList, REPORT_KINDS, type Text } from '@gatehouse/contract';
import { REPORT_TITLES } from '../../application/reports/report.query.js';
import { type ExportJob } from '../../domain/export-job.js';

const TITLES: Record<ExportList, Text> = {
  visits: { zh: '来访申请', en: 'Visits' },
  people: { zh: '访客', en: 'People' },
  plates: { zh: '车辆', en: 'Plates' },
  passages: { zh: '通行记录', en: 'Passages' },
  incidents: { zh: '异常事件', en: 'Incidents' },
  blacklist: { zh: '黑名单', en: 'Blacklist' },
  hits: { zh: '黑名单命中', en: 'Blacklist hits' },
  'hosts-ledger': { zh: '责任台账', en: 'Hosts’ ledger' },
  audit: { zh: '审计', en: 'Audit' },
  report: { zh: '报表', en: 'Report' },
};

/** What an export is called, on its tab and in its file name. */
export function titleOf({ list, locale, filter }: Pick<ExportJob, 'list' | 'locale' | 'filter'>): string {
  const kind = list === 'report' ? REPORT_KINDS.find((known) => known === filter.kind) : undefined;
  return kind ? REPORT_TITLES[kind][locale] : TITLES[list][locale];
}

export const titleText = (list: ExportList): Text => TITLES[list];
