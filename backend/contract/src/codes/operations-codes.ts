import { code, checkFields, type CodeText } from './code-text.js';

/** Directory, webhooks, jobs, messages. */
export const operationsCodes = {
  'integration.cannot-be-tested': code(409, '这一项没有可试的连接。', 'This one cannot be tried from here.'),
  'job.not-found': code(404, '没有这个后台任务。', 'There is no such job.'),
  'job.running': code(409, '这个任务正在运行。', 'This job is running.', ['请稍后刷新。', 'Reload in a moment.']),
  'webhook.not-found': code(404, '没有这个推送地址。', 'There is no such webhook.'),
  'webhook.address-wrong': code(
    422,
    '地址不可用：须以 https:// 开头，不含账号密码和 # 后缀。',
    'This address will not do: it must begin with https:// and hold no credentials and no #.',
    checkFields,
  ),
  'webhook.too-many': code(409, '最多可设 {most} 个推送地址。', 'There can be at most {most} webhooks.', [
    '请先删除不用的地址。',
    'Remove one that is not needed.',
  ]),
  'webhook.call-not-stuck': code(409, '这条消息不需要重发。', 'This message does not have to be sent again.', [
    '请刷新列表。',
    'Reload the list.',
  ]),
  'directory.file-no-header': code(
    422,
    '没有找到表头：需要“工号、姓名、单位”或“单位代码、单位名称、校区”。',
    'No header was found: “Staff number, Name, Unit” or “Unit code, Unit name, Campus” is needed.',
    ['请对照模板检查第一行。', 'Compare the first row with the template.'],
  ),
  'directory.file-too-many-rows': code(422, '文件超过 50,000 行。', 'The file has more than 50,000 rows.', [
    '请分成几个文件导入。',
    'Split it into several files.',
  ]),
  'directory.too-many-leave': code(
    409,
    '这次同步会停用的人员或单位过多，没有执行。',
    'Too many would leave: nothing was done.',
    ['请核对名单后确认人数再执行。', 'Check the list, then confirm the number.'],
  ),
  'directory.source-not-configured': code(409, '没有配置目录服务器。', 'No directory server is configured.', [
    '请按运维文档设置 LDAP。',
    'Set up LDAP as the operations guide says.',
  ]),
  'directory.source-failed': code(502, '无法读取目录服务器。', 'The directory server could not be read.', [
    '请检查地址、账号和证书后重试。',
    'Check address, account and certificate, then try again.',
  ]),
  'directory.sync-not-found': code(404, '没有找到这次同步。', 'This sync was not found.'),
  'directory.member-left': code(409, '此人已离职。', 'This person has left.'),
  'delivery.not-found': code(404, '没有找到这条消息。', 'This delivery was not found.'),
} as const satisfies Record<string, CodeText>;
