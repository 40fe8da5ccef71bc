import { quietly } from './children.mjs';

/** Runs npm scripts of all workspaces in the right order, from the cache where nothing changed. */
export async function nx(...targets) {
  const env = process.stderr.isTTY ? process.env : { ...process.env, FORCE_COLOR: '0' };
  const { code, output } = await quietly('nx', ['run-many', '--outputStyle=static', '-t', ...targets], { env });
  return { code, output: code === 0 ? '' : failuresIn(output) };
}

/** Nx prints what succeeded as well; of a failure one wants to read the failure. */
function failuresIn(output) {
  const [head, ...tasks] = output.split(/^> nx run /m);
  const failed = [...(output.split('Failed tasks:')[1] ?? '').matchAll(/^- (\S+)/gm)].map(([, task]) => task);
  const told = tasks.filter((text) => failed.some((task) => text.startsWith(task)));
  if (told.length === 0) return head + tasks.join('');
  return told
    .map((text) =>
      text
        .split(/^ NX /m)[0]
        .replace(/^npm error.*\n/gm, '')
        .trim(),
    )
    .join('\n\n');
}
