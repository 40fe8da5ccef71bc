import { code, checkFields, type CodeText } from './code-text.js';

/** What any request can meet. */
export const everywhereCodes = {
  'request.invalid': code(422, '提交的内容有误。', 'Something in the form is not right.', checkFields),
  'request.malformed': code(400, '请求格式不正确。', 'The request is malformed.'),
  'request.not-found': code(404, '没有找到。', 'Not found.'),
  'request.too-many': code(429, '操作太频繁了。', 'Too many requests.', [
    '请稍后再试。',
    'Please wait a little and try again.',
  ]),
  'request.conflict': code(409, '数据刚刚被别人修改了。', 'Somebody else has just changed this.', [
    '请刷新后重试。',
    'Reload and try again.',
  ]),
  'request.too-large': code(413, '内容太大。', 'The request is too large.'),
  'request.wrong-origin': code(403, '请求来源不被允许。', 'Requests from this origin are not allowed.'),
  'server.error': code(500, '系统出了点问题。', 'Something went wrong on our side.', [
    '请稍后重试，内容不会丢失。',
    'Please try again later; nothing is lost.',
  ]),
  'server.not-ready': code(503, '系统正在启动。', 'The system is starting.', [
    '请稍后再试。',
    'Please try again shortly.',
  ]),
  'sheet.unreadable': code(422, '无法读取这个文件。', 'This file cannot be read.', [
    '请使用模板，保存为 .xlsx 或 CSV（UTF-8 或 GB18030）后重试。',
    'Use the template and save it as .xlsx or CSV (UTF-8 or GB18030).',
  ]),
  'sheet.old-excel': code(422, '这是旧版 Excel 文件（.xls）。', 'This is an old Excel file (.xls).', [
    '请另存为 .xlsx 后重试。',
    'Save it as .xlsx and try again.',
  ]),
} as const satisfies Record<string, CodeText>;
