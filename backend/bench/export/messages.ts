import { stat } from 'node:fs/promises';

/** What a process says when its file is written. */
export interface WriterReport {
  seconds: number;
  peakRssMb: number;
  fileMb: number;
}

/** Times the work; what comes back tells the parent. Memory is the most this process had until then. */
export async function measured(file: string, work: () => Promise<unknown>): Promise<() => void> {
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1000;
  const { size } = await stat(file);
  const report: WriterReport = { seconds, peakRssMb: process.resourceUsage().maxRSS / 1024, fileMb: size / 1e6 };
  return () => process.send?.(report);
}
