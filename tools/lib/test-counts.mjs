import { existsSync, readFileSync } from 'node:fs';

export const none = { passed: 0, failed: 0, skipped: 0 };

export const plus = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

export const sentence = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;

/** Reads the report that jest and vitest both write. A file that could not even be loaded counts as one failure. */
export function countsIn(report) {
  if (!existsSync(report)) return none;
  const files = JSON.parse(readFileSync(report, 'utf8')).testResults;
  return files.map(countsOfFile).reduce(plus, none);
}

function countsOfFile({ status, assertionResults }) {
  const having = (wanted) => assertionResults.filter((test) => wanted.includes(test.status)).length;
  const counts = {
    passed: having(['passed']),
    failed: having(['failed']),
    skipped: having(['pending', 'skipped', 'todo']),
  };
  return status === 'failed' && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
