import { KubernetesError } from './KubernetesError';

describe('KubernetesError', () => {
  it('does not tell the account that a certificate of the cloud names its user after', () => {
    const { message } = new KubernetesError({
      clusterId: 'cls-abcdefgh',
      verb: 'list',
      object: 'pods',
      status: 403,
      reason: 'Forbidden',
      detail:
        'pods is forbidden: User "100000000001-1625123456" cannot list resource "pods"',
    });
    expect(message).toBe(
      'Cluster cls-abcdefgh: could not list pods: pods is forbidden: User "***-***" cannot list resource "pods" (403 Forbidden). Grant the user of this connection the verb "list" on pods.',
    );
  });
});
