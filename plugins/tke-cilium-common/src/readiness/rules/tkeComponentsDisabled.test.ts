import {
  daemonSetObject,
  helmReleaseObject,
  secondsAgo,
} from '../../snapshot/fixtures';
import { daemonSets, without } from '../__testUtils__/clusterChanges';
import { judgement, Scenario } from '../__testUtils__/judge';

describe('tkeComponentsDisabled', () => {
  it.each<Scenario>([
    [
      'kube-proxy back on',
      {
        'daemon-sets': daemonSets(
          daemonSetObject('kube-proxy', { copies: 2, image: 'x' }),
        ),
      },
      'Degraded',
      'False ComponentsEnabled',
      ['tke-component-enabled'],
    ],
    [
      'kube-proxy still on right after Helm',
      {
        'daemon-sets': daemonSets(
          daemonSetObject('kube-proxy', { copies: 2, image: 'x' }),
        ),
        'helm-releases': [helmReleaseObject(1, 'deployed', secondsAgo(20))],
      },
      'Progressing',
      'False ComponentsEnabled',
      [],
    ],
    [
      'ip-masq-agent absent',
      { 'daemon-sets': without('ip-masq-agent') },
      'Ready',
      'True ComponentsDisabled',
      [],
    ],
  ])('%s', (_, changes, ...expected) => {
    expect(judgement('TkeComponentsDisabled', changes)).toEqual(expected);
  });
});
