import { foreground } from './children.mjs';
import { inProject } from './places.mjs';
import { say } from './say.mjs';
import { countsIn, none } from './test-counts.mjs';
import { workspaces } from './workspaces.mjs';

const reportArguments = {
  jest: (file) => ['--json', `--outputFile=${file}`],
  vitest: (file) => ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
};

/** One runner: its own output streams by, its report is read afterwards. A green runner that ran nothing is not green. */
export async function runTests({ folder, script, tool }, report) {
  const command = workspaces().find((workspace) => workspace.folder === folder)?.scripts[script];
  if (!command) {
    say(`没有脚本 ${script}，跳过 There is no script "${script}" in ${folder} yet: skipped`);
    return { counts: none };
  }
  const line = [command, ...reportArguments[tool](report)].join(' ');
  const code = await foreground(line, [], {
    cwd: inProject(folder),
    shell: true,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const counts = countsIn(report);
  if (code !== 0)
    return { counts: counts.failed ? counts : { ...counts, failed: 1 }, problem: `退出码 exit code ${code}` };
  if (counts.passed + counts.failed === 0) return { counts, problem: '没有运行任何测试 not a single test ran' };
  return { counts };
}
