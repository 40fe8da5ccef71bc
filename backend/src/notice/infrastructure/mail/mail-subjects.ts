const subjects: Record<string, string> = {
  'step-opened': '有来访申请等您审批',
  'step-shared': '请您代为审批来访申请',
  'step-waiting': '来访申请仍在等您审批',
  'step-with-office': '来访申请逾期无人审批',
  'extension-opened': '访客申请延长时间',
  'visitor-arrived': '您的访客已入校',
  'visitor-left': '您的访客已离校',
  'still-inside': '您的访客即将到时，请答复',
  'still-inside-again': '您的访客已到时，请马上答复',
  overstayed: '有访客超时未离校',
  'met-blacklist': '有来访需要核实',
  'incident-found': '门岗发现需要核实的事件',
};

/** What a mail is about. It names nobody: subjects show on locked screens and stand in the logs of mail servers. */
export function mailSubject(template: string, { organisation = '', number = '' }: Record<string, string>): string {
  const about = subjects[template] ?? '来访提醒';
  return `${organisation ? `【${organisation}】` : ''}${about}${number ? `（${number}）` : ''}`;
}
