// The one entry of all root scripts. Runs on the host's Node before anything is installed, so: no imports that an old
// Node cannot read, nothing from node_modules.
const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 20) {
  console.error(`需要 Node.js 20 或更新版本，当前是 ${process.version}。`);
  console.error(`Node.js 20 or newer is needed, this is ${process.version}: https://nodejs.org`);
  process.exit(1);
}

const { enter } = await import('./lib/enter.mjs');
await enter(process.argv[2], process.argv.slice(3));
