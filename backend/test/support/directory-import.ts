import { type Problem, type SyncReport } from '@gatehouse/contract';
import ExcelJS from 'exceljs';
import { type Answer, type House } from './house.js';

export interface ImportHow {
  complete?: boolean;
  dryRun?: boolean;
  confirmedLeavers?: number;
}

/** Sends a sheet as the console does. */
export function importSheet(
  house: House,
  cookie: string,
  file: string | Buffer,
  { complete = false, dryRun = false, confirmedLeavers }: ImportHow = {},
): Promise<Answer<SyncReport & Problem>> {
  const how = `name=list.csv&complete=${complete}&dryRun=${dryRun}`;
  const confirmed = confirmedLeavers === undefined ? '' : `&confirmedLeavers=${confirmedLeavers}`;
  return house.call('POST', `/api/directory/imports?${how}${confirmed}`, {
    cookie,
    headers: { 'content-type': 'text/csv' },
    body: Buffer.from(file),
  });
}

/** A workbook with these sheets. */
export async function workbook(sheets: Record<string, ExcelJS.CellValue[][]>): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) book.addWorksheet(name).addRows(rows);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** The small campus as the list that the personnel office would send. */
export const smallCampusList = (except: string[] = []): string =>
  [
    '工号,姓名,单位,职务,手机号',
    'T1001,王静,CS,教授,13800001001',
    'T1002,李建国,CS,院长,13800001002',
    'T1003,陈晓明,CS,副院长,13800001003',
    'T1004,欧阳雪,FL,讲师,13800001004',
    'S2001,赵强,BWC,科员,13800002001',
    'S2002,孙丽,BWC,处长,13800002002',
    'A3001,周涛,XB,系统管理员,13800003001',
    'U4001,吴敏,XB,审计员,13800004001',
  ]
    .filter((line) => !except.some((number) => line.startsWith(number)))
    .join('\n');
