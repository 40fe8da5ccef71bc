import { type Manifest } from './manifest.js';
import { momentText } from '../workbook/cell-text.js';

/** Where the signed statement stands on the cover: in the second column of lines that begin so. */
export const PROOF = {
  statement: '签名内容 Signed statement',
  signature: '签名 Signature',
  publicKey: '公钥 Public key',
} as const;

export type CoverLine = [label: string, value: string | number];

/** The lines of the first sheet: who took what, when and what for. All of it follows from what is signed. */
export function coverLines(manifest: Manifest): CoverLine[] {
  const { locale, columns, isFull } = manifest;
  const say = (zh: string, en: string): string => (locale === 'zh' ? zh : en);
  return [
    [manifest.title, manifest.organisation],
    [say('导出人', 'Exported by'), manifest.exportedBy],
    [say('导出时间', 'Exported at'), `${momentText(new Date(manifest.exportedAt))} UTC+8`],
    [say('导出理由', 'Reason'), manifest.reason],
    [say('筛选条件', 'Filter'), manifest.filter],
    [say('条数', 'Rows'), manifest.rows],
    [say('列', 'Columns'), columns.map(({ heading }) => heading).join(say('、', ', '))],
    [say('工作表', 'Sheets'), manifest.sheets.map(({ name, rows }) => `${name} (${rows})`).join(say('、', ', '))],
    [
      say('数据', 'Data'),
      isFull
        ? say('姓名与车牌为完整数据，请妥善保管', 'names and plates in full: keep this file safe')
        : say('姓名与车牌已脱敏', 'names and plates are masked'),
    ],
    [say('导出编号', 'Export'), manifest.id],
    [say('首哈希', 'First hash'), manifest.first],
    [say('末行哈希', 'Hash of the last row'), manifest.last],
    [
      say('核对', 'To check'),
      say(
        '每行末列为行哈希，逐行相连；封面与末行哈希由服务器签名。用 npm run export:verify 可脱离数据库核对本文件。',
        'Each row ends with a hash that follows the row before it; the server signed this cover and the last hash. npm run export:verify checks this file without the database.',
      ),
    ],
  ];
}
