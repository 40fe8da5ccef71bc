import { type INestApplicationContext } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type ListPersonInput } from '@gatehouse/contract';
import { addDays, campusDay } from '../src/kernel/campus-time.js';
import { ListPerson } from '../src/watchlist/application/list-person.js';

const entries: (ListPersonInput & { days: number | null })[] = [
  { name: '贾某某', mobile: '13900009001', level: 'refuse', reason: '冒用他人访客码入校，已通报', days: 180 },
  {
    name: '钱大伟',
    mobile: '13900009002',
    plate: '浙F66Z01',
    level: 'refuse',
    reason: '校内违规推销，多次劝离',
    days: 365,
  },
  { name: '孟强', mobile: '13900009003', level: 'ask', reason: '与被访人有纠纷，放行前请联系保卫处', days: 90 },
  { name: '汪海', plate: '沪A7K918', mobile: '13900009004', level: 'ask', reason: '车辆曾在校内超速', days: 60 },
  { name: '段志远', mobile: '13900009005', level: 'watch', reason: '遗失证件补办中，留意冒用', days: 30 },
  { name: '外来施工车辆', plate: '浙F88K20', level: 'watch', reason: '工地车辆，只可由南门进出', days: null },
];

/** A few entries, listed by the commands the office uses. Their numbers can be tried in the booking form. */
export async function addDemoBlacklist(app: INestApplicationContext, now: Date): Promise<void> {
  const commands = app.get(CommandBus);
  for (const { days, ...input } of entries) {
    const until = days === null ? {} : { until: addDays(campusDay(now), days) };
    await commands.execute(new ListPerson({ ...input, ...until }, { name: '孙丽', campusIds: null }));
  }
}
