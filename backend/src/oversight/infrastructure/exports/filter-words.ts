import { Injectable } from '@nestjs/common';
import { type Locale, type ReportKind, type Text } from '@gatehouse/contract';
import { REASON_TEXT } from '@gatehouse/contract/pass/reason-text';
import { type Reason } from '@gatehouse/contract/pass/reason';
import { sql } from 'kysely';
import { REPORT_TITLES } from '../../application/reports/report.query.js';
import { Database } from '../../../platform/database/database.js';
import { SearchWords } from '../../../platform/search/search-words.js';
import { type ExportJob } from '../../domain/export-job.js';
import { wordOf } from './words.js';

const NAMES: Record<string, Text> = {
  words: { zh: '搜索词', en: 'search words' },
  q: { zh: '搜索词', en: 'search words' },
  visit: { zh: '来访', en: 'visit' },
  status: { zh: '状态', en: 'status' },
  state: { zh: '状态', en: 'state' },
  level: { zh: '级别', en: 'level' },
  kind: { zh: '种类', en: 'kind' },
  entry: { zh: '条目', en: 'entry' },
  campus: { zh: '校区', en: 'campus' },
  unit: { zh: '单位', en: 'unit' },
  host: { zh: '被访人', en: 'host' },
  purpose: { zh: '事由', en: 'purpose' },
  gate: { zh: '校门', en: 'gate' },
  presence: { zh: '在校状态', en: 'presence' },
  direction: { zh: '方向', en: 'direction' },
  outcome: { zh: '结果', en: 'outcome' },
  reason: { zh: '原因', en: 'reason' },
  transport: { zh: '交通方式', en: 'transport' },
  month: { zh: '月份', en: 'month' },
  action: { zh: '动作', en: 'action' },
  actor: { zh: '操作人', en: 'actor' },
  subjectKind: { zh: '对象', en: 'subject' },
  subjectId: { zh: '对象编号', en: 'subject id' },
  from: { zh: '起', en: 'from' },
  until: { zh: '止', en: 'until' },
};

/** A filter as a person would say it. */
@Injectable()
export class FilterWords {
  constructor(
    private readonly database: Database,
    private readonly words: SearchWords,
  ) {}

  async of({ filter, staff, locale }: Pick<ExportJob, 'filter' | 'staff' | 'locale'>): Promise<string> {
    const parts: string[] = [];
    for (const [name, value] of Object.entries(filter)) {
      const said = name === 'words' ? await this.typed(value, staff.id) : await this.said(name, value, locale);
      parts.push(`${NAMES[name]?.[locale] ?? name}: ${said}`);
    }
    return parts.join('; ') || (locale === 'zh' ? '全部' : 'everything');
  }

  /** Keys may have changed since: then nothing but that somebody searched. */
  private typed(handle: string, staffId: string): Promise<string> {
    return this.words.textOf(handle, staffId).catch(() => '…');
  }

  private async said(name: string, value: string, locale: Locale): Promise<string> {
    if (name === 'campus' || name === 'gate' || name === 'unit' || name === 'host') return this.placeNamed(value);
    if (name === 'reason') return REASON_TEXT[value as Reason]?.headline[locale] ?? value;
    return name === 'kind'
      ? (REPORT_TITLES[value as ReportKind]?.[locale] ?? wordOf(value, locale) ?? value)
      : (wordOf(value, locale) ?? value);
  }

  private async placeNamed(id: string): Promise<string> {
    const row = await this.database.first(sql<{ name: string }>`
      select name from campus where id = ${id}::uuid union all select name from gate_of_campus where gate_id = ${id}::uuid
      union all select name from unit where id = ${id}::uuid
      union all select name from staff_member where id = ${id}::uuid limit 1
    `);
    return row?.name ?? id;
  }
}
