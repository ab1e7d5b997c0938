/** How many requests of each verb. */
export type RequestCounts = Record<string, number>;

type AuditEvent = {
  stage?: string;
  verb?: string;
  user?: { username?: string };
};

/**
 * Counts the requests of a user in lines of an API server's audit log.
 *
 * @remarks
 * A watch is written down twice, when it begins and when it ends, and counts
 * when it begins; anything else is written down once. A line that is only half
 * there is being written, and belongs to the next reading.
 */
export function countRequests(lines: string, username: string): RequestCounts {
  const counts: RequestCounts = {};
  for (const line of lines.slice(0, lines.lastIndexOf('\n') + 1).split('\n')) {
    if (line === '') {
      continue;
    }
    const { stage, verb = 'unknown', user } = JSON.parse(line) as AuditEvent;
    const counted = verb === 'watch' ? 'ResponseStarted' : 'ResponseComplete';
    if (user?.username === username && stage === counted) {
      counts[verb] = (counts[verb] ?? 0) + 1;
    }
  }
  return counts;
}

/** All requests together. */
export function totalRequests(counts: RequestCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
