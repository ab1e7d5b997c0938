// Stops the components of one control plane, in order, when its standard input ends: because the
// owner closed it, or because the owner died. Plain JavaScript without dependencies, because it is
// started by whatever Node runs the owner and must outlive it by a few seconds only.
//
// Input: lines `<component> <pid>`; a later line for the same component replaces the earlier one.
// Arguments: names of the components, in the order in which they are stopped.

const [, , ...order] = process.argv;
const pids = new Map();
let rest = '';

// Ctrl-C in a terminal reaches the whole process group. The owner decides, not the terminal.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {});
}

process.stdin.setEncoding('utf8');
process.stdin.on('data', chunk => {
  const lines = (rest + chunk).split('\n');
  rest = lines.pop();
  for (const line of lines) {
    const [component, pid] = line.split(' ');
    pids.set(component, Number(pid));
  }
});
process.stdin.on('error', stopAll);
process.stdin.on('end', stopAll);

function stopAll() {
  for (const component of order) {
    const pid = pids.get(component);
    if (pid) {
      try {
        // Not SIGTERM: with open watches the API server takes seconds to end, and nothing that any
        // of them would still write is kept.
        process.kill(pid, 'SIGKILL');
      } catch {
        // It is gone already.
      }
    }
  }
  process.exit(0);
}
