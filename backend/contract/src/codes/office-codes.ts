import { code, checkFields, type CodeText } from './code-text.js';

/** Blacklist, exports, holds, incidents. */
export const officeCodes = {
  'retention.out-of-bounds': code(
    422,
    '须在 {least} 到 {most} 天之间。',
    'It must be between {least} and {most} days.',
    checkFields,
  ),
  'retention.set-elsewhere': code(422, '这一项不在这里设置。', 'This is not set here.', [
    '请到“规则”页面修改。',
    'Change it on the page “Rules”.',
  ]),
  'hold.subject-unknown': code(404, '没有找到要保全的对象。', 'What should be held was not found.', checkFields),
  'hold.already-standing': code(409, '这个对象已在保全中。', 'This is held already.'),
  'hold.not-found': code(404, '没有这条保全记录。', 'There is no such hold.'),
  'hold.released': code(409, '这条保全已经解除。', 'This hold was released already.'),
  'incident.not-found': code(404, '没有找到这个事件。', 'This incident was not found.'),
  'incident.closed': code(409, '这个事件已经结案。', 'This incident is already closed.'),
  'blacklist.not-found': code(404, '没有找到这条记录。', 'This entry was not found.'),
  'blacklist.key-needed': code(
    422,
    '请至少填写证件号、手机号或车牌中的一项。',
    'Give at least a document, a phone number or a plate.',
    checkFields,
  ),
  'blacklist.already-lifted': code(409, '这条记录已经解除。', 'This entry has already been lifted.'),
  'blacklist.warns-only': code(
    422,
    '只有姓名和出生日期时只能选“仅关注”，因为同名同生日的人不止一个。',
    'On name and birth date alone an entry can only watch: more than one person may have both.',
    checkFields,
  ),
  'blacklist.period-order': code(422, '截止日期不能早于开始日期。', 'The end lies before the beginning.', checkFields),
  'blacklist.review-not-ahead': code(422, '复核日期应在今天以后。', 'The next review must lie ahead.', checkFields),
  'blacklist.list-no-header': code(422, '没有找到表头。', 'No header was found.', [
    '请使用模板，表头至少要有“姓名”“级别”“原因”。',
    'Use the template; the header needs at least name, level and reason.',
  ]),
  'blacklist.list-empty': code(422, '表格里没有名单。', 'There is nobody in the sheet.'),
  'blacklist.list-too-long': code(422, '一次最多导入 2000 行。', 'At most 2000 rows at once.', [
    '请分成几个文件导入。',
    'Split the sheet and import the parts one by one.',
  ]),
  'blacklist.level-unknown': code(
    422,
    '级别应为：拒绝入校、须请示、仅关注。',
    'The level is one of: refuse, ask, watch.',
  ),
  'blacklist.campus-unknown': code(422, '没有这个校区。', 'There is no such campus.'),
  'blacklist.document-kind-unknown': code(422, '不认识这种证件类型。', 'This kind of document is not known.'),
  'blacklist.row-twice': code(422, '与前面的一行重复。', 'The same as an earlier row.'),
  'blacklist.already-listed': code(409, '名单上已有相同的记录。', 'The same is listed already.'),
  'blacklist.evidence-kind': code(422, '依据只能是图片或 PDF。', 'Evidence is a picture or a PDF.'),
  'blacklist.evidence-too-much': code(422, '一条记录最多附 10 个文件。', 'At most ten files per entry.'),
  'export.reason-needed': code(422, '请填写导出理由。', 'Please say what the export is for.', checkFields),
  'export.not-found': code(404, '没有找到这次导出。', 'This export was not found.'),
  'export.too-many': code(429, '同时进行的导出太多了。', 'Too many exports at once.', [
    '请等一个导出完成，或取消一个。',
    'Wait until one is done, or cancel one.',
  ]),
  'export.not-ready': code(409, '这次导出没有可下载的文件。', 'There is no file of this export.', [
    '请重新导出。',
    'Export it again.',
  ]),
  'export.over': code(409, '这次导出已经结束。', 'This export is over already.'),
  'report.too-long': code(422, '报表最多 400 天。', 'A report covers at most 400 days.', checkFields),
} as const satisfies Record<string, CodeText>;
