import type { MortalBackstage } from './MortalBackstage';

/** What a cluster says to a change while another one of it goes on. */
export const BUSY = 'ResourceUnavailable.ClusterState';

/** Has clusters refuse an action from `begin` to `end`. */
export function refuseWhileBusy(action: string) {
  let takeBack = () => {};
  return {
    begin: ({ cloud }: MortalBackstage) => {
      takeBack = cloud.fail({
        action,
        fault: { code: BUSY, message: 'another change goes on' },
        times: Infinity,
      });
    },
    end: () => takeBack(),
  };
}
