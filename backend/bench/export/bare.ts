import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { type Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import ExcelJS from 'exceljs';
import { measured } from './messages.js';

const COLUMNS = 20;
const MOST_QUEUED = 512 * 1024;
const BREATH = 500;

type Queue = Writable & { _writableState: { length: number } };
type Sheet = ExcelJS.Worksheet & { stream: { pipes: Queue[] } };

/** exceljs as it comes: no styles, the same few rows again and again, waiting only while its queue is long. */
const { file, rows } = JSON.parse(process.argv[2] ?? '{}') as { file: string; rows: number };
const samples = Array.from({ length: 1000 }, (_, row) =>
  Array.from({ length: COLUMNS }, (__, column) =>
    column === 0 ? '2026-11-23 08:30:00' : column === 19 ? crypto.randomUUID() : `东校区东门 ${row % 97}`,
  ),
);

const tell = await measured(file, async () => {
  const to = createWriteStream(file);
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: to, useStyles: false, zip: { zlib: { level: 1 } } });
  const sheet = book.addWorksheet('rows') as Sheet;
  for (let row = 0; row < rows; row++) {
    sheet.addRow(samples[row % samples.length]).commit();
    if (row % BREATH === 0) await settle(sheet);
  }
  sheet.commit();
  const written = finished(to);
  await book.commit();
  await written;
});
tell();

async function settle(sheet: Sheet): Promise<void> {
  const [queue] = sheet.stream.pipes;
  while (queue && queue._writableState.length > MOST_QUEUED) await once(queue, 'drain');
  await new Promise(setImmediate);
}
