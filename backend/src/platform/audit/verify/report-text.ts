import { type Text } from '@gatehouse/contract';
import { type Finding, type FindingKind, type Report } from './finding.js';

const sentences: Record<FindingKind, Text> = {
  'entry-changed': { zh: '审计条目被修改', en: 'an entry was changed' },
  'entry-missing': { zh: '审计条目被删除', en: 'an entry was deleted' },
  'seal-changed': { zh: '条目或其封印被替换', en: 'an entry or its seal was replaced' },
  'link-broken': {
    zh: '与前一环不相连（插入、调换或修改）',
    en: 'does not follow the link before it (insertion, reordering or change)',
  },
  gap: { zh: '链条缺环（删除）', en: 'links are missing (deletion)' },
  'unsealed-too-long': { zh: '条目早该封入链条却没有', en: 'an entry should have been sealed long ago' },
  'checkpoint-differs': {
    zh: '与检查点的哈希不符（历史被改写）',
    en: 'differs from a checkpoint (history was rewritten)',
  },
  'checkpoint-signature': { zh: '检查点签名无效', en: 'the signature of a checkpoint is not valid' },
  'key-replaced': {
    zh: '数据库中的签名公钥与检查点文件不同',
    en: 'the public key in the database is not the one of the checkpoint file',
  },
  truncated: {
    zh: '链条末尾被截断，短于检查点',
    en: 'the end was cut off: the chain is shorter than a checkpoint says',
  },
  'file-unfinished': { zh: '文件没有完整的结尾', en: 'the file has no proper end' },
  'file-malformed': { zh: '文件此行无法识别', en: 'this line of the file cannot be understood' },
};

/** The result for people, Chinese and English. */
export function reportText(report: Report): string {
  const range = report.firstSeq === null ? '0' : `${report.links} (${report.firstSeq}–${report.lastSeq})`;
  const { given, confirmed } = report.checkpoints;
  const lines = [
    `封印条目 Sealed entries: ${range}`,
    `末尾哈希 Hash of the end: ${report.lastHash}`,
    `尚未封入 Not yet sealed: ${report.unsealed}`,
    `检查点 Checkpoints confirmed: ${confirmed} / ${given}`,
    ...(given === 0 ? ['没有检查点：无法发现末尾被截断。 Without a checkpoint a cut-off end cannot be noticed.'] : []),
    '',
    ...report.findings.map(findingText),
    ...(report.found > report.findings.length ? [`… (${report.found})`] : []),
    report.found === 0
      ? '结果：完整，未发现改动。 Result: intact, nothing was changed.'
      : `结果：发现 ${report.found} 处异常！ Result: ${report.found} findings!`,
  ];
  return `${lines.join('\n')}\n`;
}

function findingText({ kind, seq, about }: Finding): string {
  const { zh, en } = sentences[kind];
  return `✗ ${seq === null ? '–' : `#${seq}`} ${zh} ${en}${about ? ` [${about}]` : ''}`;
}
