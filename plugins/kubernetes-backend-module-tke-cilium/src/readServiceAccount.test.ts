import { ConfigReader } from '@backstage/config';
import { readServiceAccount } from './readServiceAccount';

function read(kubernetesPlugin?: object) {
  return readServiceAccount(
    new ConfigReader({ tkeCilium: { kubernetesPlugin } }),
  );
}

describe('readServiceAccount', () => {
  it('reads what is configured', () => {
    const serviceAccount = { namespace: 'kube-system', name: 'viewer.of-all' };
    expect(read({ serviceAccount })).toEqual(serviceAccount);
    expect(read()).toBeUndefined();
  });

  it.each([
    [{ namespace: 'kube-system' }, /serviceAccount\.name/],
    [
      { namespace: 'kube-system', name: 'a/../b' },
      /serviceAccount\.name: "a\/\.\.\/b" is not a name/,
    ],
    [{ namespace: '', name: 'viewer' }, /serviceAccount\.namespace/],
    [{ namespace: '..', name: 'viewer' }, /namespace: "\.\." is not a name/],
  ])('refuses %j', (serviceAccount, error) => {
    expect(() => read({ serviceAccount })).toThrow(error);
  });
});
