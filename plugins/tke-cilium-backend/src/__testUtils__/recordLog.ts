import {
  BackendFeature,
  coreServices,
  createServiceFactory,
  RootLoggerService,
} from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';

/** A line of the log with all of its fields, those of the error included. */
export type LogLine = Record<string, unknown> & { message: string };

/** Keeps every line that a backend logs. */
export function recordLog(lines: LogLine[]): BackendFeature {
  return createServiceFactory({
    service: coreServices.rootLogger,
    deps: {},
    factory: () => recordingLogger(lines, {}),
  });
}

function recordingLogger(
  lines: LogLine[],
  bound: JsonObject,
): RootLoggerService {
  const log = (message: string, meta?: Error | JsonObject) => {
    const fields =
      meta instanceof Error
        ? { ...meta, error: `${meta.stack} ${meta.cause}` }
        : meta;
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
