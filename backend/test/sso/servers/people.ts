/** People of the small campus as a university's servers know them; the password of each is `Campus@` and the uid. */
export const people = [
  {
    uid: 'wangjing',
    cn: '王静',
    employeeNumber: 'T1001',
    mail: 'wangjing@campus.test',
    affiliation: ['faculty', 'member'],
  },
  { uid: 'lijianguo', cn: '李建国', employeeNumber: 'T1002', mail: 'lijianguo@campus.test', affiliation: ['faculty'] },
  { uid: 'odd', cn: `O'Neil <b>&amp; 阿依努尔`, employeeNumber: 'S2001', mail: '', affiliation: ['staff'] },
  {
    uid: 'inject',
    cn: '注入</cas:cn></cas:attributes><cas:user>wangjing</cas:user><cas:attributes><cas:cn>x',
    employeeNumber: 'S2002',
    mail: '',
    affiliation: ['staff'],
  },
  { uid: 'nobody', cn: '路人', employeeNumber: 'X9999', mail: '', affiliation: ['staff'] },
];

export const passwordOf = (uid: string): string => `Campus@${uid}`;
