import { Injectable } from '@nestjs/common';
import { REASON_TEXT } from '@gatehouse/contract/pass/reason-text';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { maskPlate } from '@gatehouse/contract/rules/plate-number';
import { type ExportedPassage, ExportedPassagesQuery } from '../../application/exported-passages.query.js';
import {
  type ExportContext,
  ExportSource,
  momentColumn,
  type OpenedSource,
  remembered,
  type RowColumn,
  sourceOf,
  textColumn,
} from './export-source.js';
import { titleText } from './titles.js';
import { wordOf, yes } from './words.js';

/** Twenty columns: what a passage is asked for in an inquiry. */
export const passageColumns = (isFull: boolean, masked = remembered(maskName)): RowColumn<ExportedPassage>[] => [
  momentColumn('时间', 'Time', (row) => row.at),
  textColumn('校区', 'Campus', 14, (row) => row.campus_name),
  textColumn('校门', 'Gate', 14, (row) => row.gate_name),
  textColumn('设备', 'Device', 16, (row) => row.device_name),
  textColumn('方向', 'Direction', 8, (row, locale) => wordOf(row.direction, locale)),
  textColumn('判定', 'Verdict', 8, (row, locale) => wordOf(row.verdict, locale)),
  textColumn('原因', 'Reason', 22, (row, locale) => REASON_TEXT[row.reason]?.headline[locale] ?? row.reason),
  textColumn('结果', 'Outcome', 10, (row, locale) => wordOf(row.outcome, locale)),
  textColumn('凭证', 'Credential', 12, (row, locale) => wordOf(row.credential, locale)),
  textColumn('姓名', 'Name', 12, ({ person_name: name }) => (name === null || isFull ? name : masked(name))),
  textColumn('申请编号', 'Application', 18, (row) => row.visit_number),
  textColumn('被访单位', 'Unit visited', 20, (row) => row.unit_name),
  textColumn('被访人', 'Host', 12, (row) => row.host_name),
  textColumn('车牌', 'Plate', 12, ({ plate }) => (plate === null || isFull ? plate : maskPlate(plate))),
  textColumn('门卫', 'Guard', 14, (row) => row.outcome_by),
  momentColumn('记录时间', 'Recorded', (row) => row.learned_at),
  textColumn('离线', 'Offline', 8, (row, locale) => yes(row.offline, locale)),
  textColumn('强制', 'Forced', 8, (row, locale) => yes(row.forced, locale)),
  textColumn('撤销理由', 'Annulled because', 24, (row) => row.annul_reason),
  textColumn('记录号', 'Record', 38, (row) => row.id),
];

@Injectable()
export class PassagesSource extends ExportSource {
  readonly list = 'passages';

  constructor(private readonly passages: ExportedPassagesQuery) {
    super();
  }

  open(context: ExportContext): OpenedSource {
    const { scope, sought, now, isFull } = context;
    const filter = withoutWords(context.filter);
    return sourceOf(
      context,
      titleText('passages'),
      passageColumns(isFull),
      () => this.passages.count(filter, scope, sought, now),
      () => this.passages.rows(filter, scope, sought, now),
    );
  }
}

/** They have become what they mean by now. */
const withoutWords = ({ words: _words, ...filter }: Record<string, string>): Record<string, string> => filter;
