import { WaitState, waitUntil } from '../phases/waitUntil';
import { isClusterBusy } from '../tencentCloud/isRetryableCall';
import type { TencentCloudActions } from '../tencentCloud/TencentCloudActions';
import { callCloud, CloudPhase, pauseBetweenLooks } from './CloudPhase';

/**
 * Asks for a change of a cluster, and waits while the cluster refuses it because another change goes
 * on: right after it runs, and while addons or endpoints are being made, that is for minutes.
 *
 * @throws WaitTimeoutError that names the refusal
 */
export async function changeWhenSettled<A extends keyof TencentCloudActions>(
  phase: CloudPhase,
  options: {
    clusterId: string;
    action: A;
    request: TencentCloudActions[A][0];
    timeoutMs: number;
    /** What the change is about, for messages. Default: the cluster. */
    subject?: string;
  },
): Promise<TencentCloudActions[A][1]> {
  const { clusterId, action, request, timeoutMs } = options;
  const cluster = `cluster ${clusterId}`;
  const { subject = cluster } = options;
  type Answer = () => TencentCloudActions[A][1];
  const answer = await waitUntil(phase, {
    what: `${cluster} to take ${action}`,
    timeoutMs,
    intervalMs: pauseBetweenLooks,
    remedy:
      'Look in the console at what the cluster is doing, then run the phase again.',
    check: async (): Promise<WaitState<Answer>> => {
      try {
        const value = await callCloud(phase, action, request, subject);
        return { done: true, value: () => value };
      } catch (error) {
        if (isClusterBusy(error)) {
          return { done: false, message: (error as Error).message };
        }
        // Thrown here, a lost answer would be taken for a reason to ask once more.
        return {
          done: true,
          value: () => {
            throw error;
          },
        };
      }
    },
  });
  return answer();
}
