import { type ApprovalRow, type ToDoItem } from '@gatehouse/contract';

const time = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** A to-do as another system shows it: no name and no number of the visitor leaves the house, only who must decide what. */
export function toDoItem(row: ApprovalRow, publicUrl: string): ToDoItem {
  const period = `${time.format(new Date(row.period.from))} 至 ${time.format(new Date(row.period.until))}`;
  return {
    id: row.id,
    title: `来访审批 ${row.number}`,
    summary: `${row.partySize} 人，${row.campusName}，${period}`,
    requestedAt: row.requestedAt,
    link: `${publicUrl}/host/approvals/${row.id}`,
    consoleLink: `${publicUrl}/console/approvals/${row.id}`,
  };
}
