import { hash } from 'node:crypto';
import { type Text } from '@gatehouse/contract';
import { type BookFinding, type BookFindingKind, type BookReport } from './book-check.js';

const sentences: Record<BookFindingKind, Text> = {
  unreadable: { zh: '不是可读的 Excel 文件', en: 'this is no Excel file that can be read' },
  'no-statement': {
    zh: '封面没有签名内容：不是本系统导出的文件',
    en: 'the cover holds no signed statement: not an export of ours',
  },
  signature: { zh: '封面签名无效（签名内容被修改）', en: 'the signature is not valid (what was signed was changed)' },
  'other-key': { zh: '签名公钥不是给出的公钥', en: 'signed with another key than the ones given' },
  'cover-changed': { zh: '封面此行与签名内容不符', en: 'this line of the cover differs from what was signed' },
  'head-changed': { zh: '首哈希与签名内容不符', en: 'the first hash does not follow from what was signed' },
  'sheets-differ': { zh: '工作表被改名、增删、调换或隐藏', en: 'sheets were renamed, added, removed, moved or hidden' },
  'headings-changed': { zh: '列名被修改', en: 'the headings were changed' },
  'row-differs': {
    zh: '此行被修改，或其前有行被删除、插入、调换',
    en: 'this row was changed, or rows before it were deleted, added or moved',
  },
  'rows-missing': { zh: '行数少于签名内容（有行被删除）', en: 'fewer rows than were signed (rows were deleted)' },
  'rows-added': { zh: '行数多于签名内容（有行被插入）', en: 'more rows than were signed (rows were added)' },
  'end-differs': { zh: '末行哈希与签名内容不符', en: 'the last hash is not the one that was signed' },
  'totals-changed': { zh: '合计被修改', en: 'the totals were changed' },
};

/** The result for people, Chinese and English. */
export function bookReportText(report: BookReport): string {
  const { manifest } = report;
  const lines = [
    ...(manifest
      ? [
          `文件 File: ${manifest.title} (${manifest.organisation})`,
          `导出人 Exported by: ${manifest.exportedBy}, ${manifest.exportedAt}`,
          `导出编号 Export: ${manifest.id}`,
          `行数 Rows: ${report.rows} / ${manifest.rows}`,
          `末行哈希 Last hash: ${manifest.last}`,
          `公钥指纹 Key fingerprint: ${fingerprintOf(report.publicKey)}`,
          ...(report.isKeyKnown
            ? ['公钥已核对。 The key is known.']
            : [
                '未给出公钥：请用 --checkpoint <检查点文件> 或 --key <公钥> 核对签名者。',
                'No key was given: check who signed with --checkpoint <checkpoint file> or --key <public key>.',
              ]),
        ]
      : []),
    '',
    ...report.findings.map(findingText),
    ...(report.found > report.findings.length ? [`… (${report.found})`] : []),
    report.found === 0
      ? '结果：完整，未发现改动。 Result: intact, nothing was changed.'
      : `结果：发现 ${report.found} 处异常！ Result: ${report.found} findings!`,
  ];
  return `${lines.join('\n')}\n`;
}

/** Short enough to be read out on the telephone. */
export const fingerprintOf = (publicKey: string): string =>
  (hash('sha256', Buffer.from(publicKey, 'base64'), 'hex').slice(0, 32).match(/.{4}/g) ?? []).join(' ');

function findingText({ kind, sheet, row }: BookFinding): string {
  const { zh, en } = sentences[kind];
  const where = [sheet, ...(row === null ? [] : [`#${row}`])].filter(Boolean).join(' ');
  return `✗ ${where || '–'} ${zh} ${en}`;
}
