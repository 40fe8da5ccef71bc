import { type EmergencyCause, type EmergencyView } from '@gatehouse/contract/emergency';

interface EmergencyWords {
  causes: Record<EmergencyCause, string>;
  states: Record<EmergencyView['state'], string>;
  [word: string]: string | Record<string, string>;
}
const typed = <T extends EmergencyWords>(words: T): T => words;

export const emergencyWords = {
  zh: typed({
    title: '应急放行',
    text: '紧急情况下直接放行，不再逐一核验。需要原因和两个人的姓名；放行的人发纸质号牌，结束后 8 小时内补登。',
    cause: '情况',
    reason: '原因',
    second: '第二人',
    secondHint: '姓名；与本人不同，一同决定放行的人',
    begin: '开始应急放行',
    end: '结束应急放行',
    lastPaper: '最后一个号牌',
    lastPaperHint: '没有发过号牌就填 0',
    missing: '待补登的号牌：',
    due: '截止',
    paper: '号牌',
    passNumber: '访客码号',
    passNumberHint: '有预约的填 8 位数字，其余不用填',
    name: '姓名',
    document: '身份证号',
    host: '被访人',
    enter: '补登',
    causes: { evacuation: '疏散', rescue: '急救', power: '停电', system: '系统故障', crowd: '人流过大', other: '其他' },
    states: { open: '进行中', owing: '待补登', late: '补登已超时', done: '已完成' },
  }),
  en: typed({
    title: 'Emergency',
    text: 'Opens the gate without checking each person. Needs a reason and two names. Hand out paper numbers and enter them within 8 hours after the end.',
    cause: 'Situation',
    reason: 'Reason',
    second: 'Second name',
    secondHint: 'Not you: who decides with you',
    begin: 'Open for the emergency',
    end: 'End the emergency',
    lastPaper: 'Last paper number',
    lastPaperHint: '0 when none was handed out',
    missing: 'Papers to enter: ',
    due: 'due',
    paper: 'Paper',
    passNumber: 'Pass number',
    passNumberHint: 'Eight digits if there is a pass; then nothing else',
    name: 'Name',
    document: 'ID number',
    host: 'Host',
    enter: 'Enter',
    causes: {
      evacuation: 'Evacuation',
      rescue: 'Rescue',
      power: 'Power cut',
      system: 'System down',
      crowd: 'Crowd',
      other: 'Other',
    },
    states: { open: 'open', owing: 'papers missing', late: 'papers overdue', done: 'done' },
  }),
};
