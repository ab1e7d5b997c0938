import {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';

/**
 * Does something and records who asked for it and how it ended.
 *
 * @throws whatever `work` throws, after that was recorded
 *
 * @public
 */
export async function audited<Result>(
  auditor: AuditorService,
  event: AuditorServiceCreateEventOptions,
  work: () => Promise<Result>,
): Promise<Result> {
  const recorded = await auditor.createEvent(event);
  try {
    const result = await work();
    await recorded.success();
    return result;
  } catch (error) {
    await recorded.fail({
      error: error instanceof Error ? error : new Error(String(error)),
    });
    throw error;
  }
}
