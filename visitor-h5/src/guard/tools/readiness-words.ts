import { type CheckState } from './readiness.ts';

type Says = Record<CheckState, string>;
const says = (good: string, weak: string, bad: string, running: string): Says => ({ good, weak, bad, running });
const zh = (good: string, weak: string, bad: string) => says(good, weak, bad, '正在检查…');
const en = (good: string, weak: string, bad: string) => says(good, weak, bad, 'Checking…');

export const readinessWords = {
  zh: {
    title: '上岗检查',
    again: '重新检查',
    soundYes: '试听：放行',
    soundNo: '试听：不放行',
    overall: {
      good: '一切就绪，断网也能核验。',
      weak: '可以上岗，但请留意标“!”的项目。',
      bad: '还不能放心上岗，请先处理标“✕”的项目。',
      running: '正在检查…',
    } satisfies Says,
    names: {
      network: '网络',
      clock: '设备时间',
      bundle: '离线名单',
      test: '测试通行码',
      camera: '摄像头',
      storage: '存储空间',
      queue: '待上传记录',
    },
    says: {
      network: zh('服务器连接正常。', '现在连不上服务器，将由本机核验。', '连不上服务器。'),
      clock: zh('相差 {n} 秒。', '相差 {n} 秒，请校准系统时间。', '相差 {n} 秒，有效的码会被误判，请立即校准。'),
      bundle: zh('{n} 分钟前更新。', '{n} 分钟前更新，联网后会自动更新。', '没有可用的离线名单，断网后不能放行。'),
      test: zh('真码放行、假码拒绝，用时 {n} 毫秒。', '测试未完成。', '测试未通过，本机不能离线核验。'),
      camera: zh('可以使用。', '没有找到摄像头，请用扫码枪。', '没有摄像头。'),
      storage: zh('剩余 {n} MB。', '剩余 {n} MB，请清理空间。', '只剩 {n} MB，记录可能存不下。'),
      queue: zh('全部已上传。', '还有 {n} 条，联网后自动上传。', '还有 {n} 条。'),
    },
  },
  en: {
    title: 'Ready for the shift?',
    again: 'Check again',
    soundYes: 'Hear: admit',
    soundNo: 'Hear: refuse',
    overall: {
      good: 'All ready, also without network.',
      weak: 'You can begin; mind what is marked "!".',
      bad: 'Not ready: first see to what is marked "✕".',
      running: 'Checking…',
    } satisfies Says,
    names: {
      network: 'Network',
      clock: 'Clock',
      bundle: 'Offline list',
      test: 'Test pass',
      camera: 'Camera',
      storage: 'Storage',
      queue: 'To upload',
    },
    says: {
      network: en('The server answers.', 'No server now: this device judges by itself.', 'No server.'),
      clock: en(
        '{n} s off.',
        '{n} s off: please set the clock.',
        '{n} s off: good codes would be refused. Set the clock.',
      ),
      bundle: en(
        '{n} min old.',
        '{n} min old; renewed when online.',
        'No offline list: nobody can be admitted without network.',
      ),
      test: en(
        'Real admitted, forged refused, in {n} ms.',
        'Not finished.',
        'Failed: this device cannot judge by itself.',
      ),
      camera: en('Works.', 'None found: use the scanner.', 'None.'),
      storage: en('{n} MB free.', '{n} MB free: please make room.', 'Only {n} MB free: records may not fit.'),
      queue: en('All uploaded.', '{n} left, sent when online.', '{n} left.'),
    },
  },
} as const;
