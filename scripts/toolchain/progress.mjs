const QUIET_INTERVAL_MS = 15000;

/** Elapsed time as people say it: `0.4 s`, `12 s`, `2 min 05 s`. */
export function formatElapsed(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 10) {
    return `${seconds.toFixed(1)} s`;
  }
  if (Math.round(seconds) < 60) {
    return `${Math.round(seconds)} s`;
  }
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${`${whole % 60}`.padStart(2, '0')} s`;
}

/**
 * Runs one long part and shows that it runs and for how long: a line that
 * counts on a terminal, a line every 15 s elsewhere. `run` may report where it
 * is through the function it is given.
 */
export async function withProgress(title, run) {
  const out = process.stderr;
  const started = Date.now();
  let detail = '';
  const status = () =>
    `${title}${detail ? `: ${detail}` : ''} (${formatElapsed(
      Date.now() - started,
    )})`;
  // A line longer than the terminal wraps, and the next one cannot overwrite it.
  const draw = () =>
    out.write(`\r\x1b[2K… ${status().slice(0, (out.columns || 80) - 3)}`);
  const timer = out.isTTY
    ? setInterval(draw, 200)
    : setInterval(() => out.write(`… ${status()}\n`), QUIET_INTERVAL_MS);
  const finish = mark => {
    clearInterval(timer);
    detail = '';
    out.write(`${out.isTTY ? '\r\x1b[2K' : ''}${mark} ${status()}\n`);
  };

  try {
    const result = await run(text => {
      detail = text;
    });
    finish('✓');
    return result;
  } catch (error) {
    finish('✗');
    throw error;
  }
}
