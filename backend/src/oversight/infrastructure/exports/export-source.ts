import { type ExportList, type Locale, type Text } from '@gatehouse/contract';
import { type Sought } from '../../../kernel/sought.js';
import { type CellValue } from '../../../platform/sheets/workbook/cell-text.js';
import { type ExportJob } from '../../domain/export-job.js';

/** For whom and of what rows are read. */
export interface ExportContext extends Pick<ExportJob, 'filter' | 'scope' | 'isFull' | 'locale' | 'staff'> {
  sought: Sought[] | null;
  /** what was searched for, as it was typed; empty without */
  typed: string;
  now: Date;
}

export interface SourceColumn {
  heading: string;
  kind: 'text' | 'number' | 'moment';
  width: number;
  hasTotal?: boolean;
}

/** Rows of one list, ready to be read. */
export interface OpenedSource {
  title: string;
  columns: SourceColumn[];
  /** how many there are, now */
  count(): Promise<number>;
  batches(): AsyncIterable<CellValue[][]>;
}

/** One list that can be exported. */
export abstract class ExportSource {
  abstract readonly list: ExportList;
  abstract open(context: ExportContext): Promise<OpenedSource> | OpenedSource;
}

/** A column of rows of one shape, with its words. */
export interface RowColumn<Row> {
  heading: Text;
  kind: 'text' | 'number' | 'moment';
  width: number;
  value(row: Row, locale: Locale): CellValue;
}

export function textColumn<Row>(zh: string, en: string, width: number, value: RowColumn<Row>['value']): RowColumn<Row> {
  return { heading: { zh, en }, kind: 'text', width, value };
}

export function numberColumn<Row>(
  zh: string,
  en: string,
  width: number,
  value: RowColumn<Row>['value'],
): RowColumn<Row> {
  return { heading: { zh, en }, kind: 'number', width, value };
}

export function momentColumn<Row>(zh: string, en: string, value: (row: Row) => string | Date | null): RowColumn<Row> {
  return {
    heading: { zh, en },
    kind: 'moment',
    width: 20,
    value: (row) => {
      const at = value(row);
      return typeof at === 'string' ? new Date(at) : at;
    },
  };
}

/** The same work for the same text is done once, as long as not too many are known. */
export function remembered(work: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const done = known.get(text) ?? work(text);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(text, done);
    return done;
  };
}

const MOST_REMEMBERED = 10_000;

/** Rows of one shape as a source. */
export function sourceOf<Row>(
  { locale }: ExportContext,
  title: Text,
  columns: RowColumn<Row>[],
  count: () => Promise<number>,
  batches: () => AsyncIterable<Row[]>,
): OpenedSource {
  return {
    title: title[locale],
    columns: columns.map(({ heading, kind, width }) => ({ heading: heading[locale], kind, width })),
    count,
    async *batches() {
      for await (const batch of batches()) yield batch.map((row) => columns.map(({ value }) => value(row, locale)));
    },
  };
}

/** All pages of a list, one after the other: a slow reader keeps neither a connection nor a snapshot busy. */
export async function* pagesOf<Row>(
  read: (after: string | undefined) => Promise<{ items: Row[]; next: string | null }>,
): AsyncGenerator<Row[]> {
  let after: string | undefined;
  do {
    const page = await read(after);
    if (page.items.length > 0) yield page.items;
    after = page.next ?? undefined;
  } while (after);
}

/** A short list that is read at once. */
export async function* atOnce<Row>(read: () => Promise<Row[]>): AsyncGenerator<Row[]> {
  yield await read();
}

/** Rows of a page of an export. */
export const PAGE = 1_000;
