import { once } from 'node:events';
import { type Writable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type PassageRow } from '@gatehouse/contract';
import ExcelJS from 'exceljs';
import { type BookCover, PassageBook, type WrittenBook } from './passage-book.js';
import { coverLines, type Tally } from './cover-sheet.js';
import { passageColumnsOfSheet } from './passage-columns.js';
import { rowDigest } from './row-digest.js';

const MOST_QUEUED = 512 * 1024;
/** Rows between two looks at the queue: some ten milliseconds of work. */
const BREATH = 100;
const MOMENT = 'yyyy-mm-dd hh:mm:ss';

/** With what its types leave out; sheets are numbered from 1. */
type Book = ExcelJS.stream.xlsx.WorkbookWriter & { zip: { abort: () => void }; _worksheets: ExcelJS.Worksheet[] };
/** What stands in front of the zip; too old a stream to have `writableLength`. */
type Queue = Writable & { _writableState: { length: number } };
type Sheet = ExcelJS.Worksheet & { stream: { pipes: Queue[] } };

/**
 * Writes .xlsx with exceljs. Its writer knows no back-pressure: whole sheets would queue up in front of the zip. So after
 * each hundred rows we wait until that queue is short, which also lets other requests have their turn.
 */
@Injectable()
export class XlsxPassageBook extends PassageBook {
  async write(to: Writable, cover: BookCover, batches: AsyncIterable<PassageRow[]>): Promise<WrittenBook> {
    const gone = goneReader(to);
    const book = new ExcelJS.stream.xlsx.WorkbookWriter({
      stream: to,
      useStyles: true,
      zip: { zlib: { level: 1 } },
    }) as Book;
    book.creator = cover.organisation;
    const tally: Tally = { rows: 0, digest: cover.exportId, newest: null, oldest: null, campuses: new Set() };
    const sheet = passageSheet(book, cover);
    try {
      for await (const batch of batches) {
        for (const row of batch) {
          addPassage(sheet, row, cover, tally);
          if (tally.rows % BREATH === 0) await Promise.race([settle(sheet), gone]);
        }
      }
      sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: passageColumnsOfSheet.length + 1 } };
      sheet.commit();
      addCover(book, cover, tally);
      await Promise.race([book.commit(), gone]);
    } catch (error) {
      book.zip.abort();
      throw error;
    }
    return { rows: tally.rows, digest: tally.digest };
  }
}

function passageSheet(book: Book, cover: BookCover): Sheet {
  const sheet = book.addWorksheet(cover.locale === 'zh' ? '通行记录' : 'Passages', {
    views: [{ state: 'frozen', ySplit: 1 }],
    // On paper every page says whose copy it is.
    headerFooter: { oddFooter: `&L${footer(cover)}&R&P / &N` },
  }) as Sheet;
  const hash = { heading: { zh: '行哈希', en: 'Row hash' }, width: 66 };
  sheet.columns = [...passageColumnsOfSheet, hash].map(({ heading, width }) => ({
    header: heading[cover.locale],
    width,
  }));
  sheet.getRow(1).font = { bold: true };
  sheet.getRow(1).commit();
  return sheet;
}

function addPassage(sheet: Sheet, passage: PassageRow, { locale }: BookCover, tally: Tally): void {
  const cells = passageColumnsOfSheet.map(({ value }) => value(passage, locale));
  tally.digest = rowDigest(tally.digest, cells);
  tally.rows += 1;
  tally.newest ??= passage.at;
  tally.oldest = passage.at;
  tally.campuses.add(passage.campus.name);
  const row = sheet.addRow([...cells, tally.digest]);
  cells.forEach((cell, at) => {
    if (cell instanceof Date) row.getCell(at + 1).numFmt = MOMENT;
  });
  row.commit();
}

/**
 * The zip takes one sheet after the other, so the cover, which knows the sums, can only be written last; readers see it
 * first.
 */
function addCover(book: Book, cover: BookCover, tally: Tally): void {
  const sheet = book.addWorksheet(cover.locale === 'zh' ? '封面' : 'Cover');
  book._worksheets.splice(1, 2, ...book._worksheets.slice(1).reverse());
  sheet.columns = [{ width: 22 }, { width: 90 }];
  for (const [label, value] of coverLines(cover, tally)) {
    const row = sheet.addRow([label, value]);
    row.getCell(1).font = { bold: true };
    row.getCell(2).alignment = { horizontal: 'left', wrapText: true };
    if (value instanceof Date) row.getCell(2).numFmt = MOMENT;
    row.commit();
  }
  sheet.commit();
}

const footer = ({ exportedBy, exportedAt, exportId }: BookCover): string =>
  `${exportedBy} ${exportedAt.toISOString().slice(0, 10)} ${exportId}`.replaceAll('&', '&&');

async function settle(sheet: Sheet): Promise<void> {
  const [queue] = sheet.stream.pipes;
  while (queue && queue._writableState.length > MOST_QUEUED) await once(queue, 'drain');
  await new Promise(setImmediate);
}

/** Rejects when whoever reads hangs up before everything was written; never resolves. */
function goneReader(to: Writable): Promise<never> {
  const gone = new Promise<never>((_, reject) => {
    to.once('close', () => {
      if (!to.writableFinished) reject(new Error('the reader is gone'));
    });
  });
  gone.catch(() => undefined);
  return gone;
}
