import { RootLoggerService } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';

/** What was logged, with all of its fields. */
export type LogLine = JsonObject & { message: string };

/** Keeps every line with all of its fields, those of the errors included. */
export function recordingLogger(
  lines: LogLine[],
  bound: JsonObject = {},
): RootLoggerService {
  const log = (message: string, meta?: Error | JsonObject) => {
    const fields =
      meta instanceof Error ? { error: `${meta.stack} ${meta.cause}` } : meta;
    lines.push({ ...bound, ...fields, message });
  };
  return {
    error: log,
    warn: log,
    info: log,
    debug: log,
    child: meta => recordingLogger(lines, { ...bound, ...meta }),
  };
}
