import { Entity } from '@backstage/catalog-model';
import { templateForm } from './templateForm';

const cluster = (annotations: Record<string, string> = {}): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'demo', annotations },
});

it('leaves the kind of nodes open where there is an account to make them with', () => {
  expect(
    templateForm('tke-nodepool', cluster({ 'tencentcloud.com/account': 'a' })),
  ).toEqual({ cluster: 'resource:default/demo' });
});

it('takes Karpenter where there is no account', () => {
  expect(templateForm('tke-nodepool', cluster())).toEqual({
    cluster: 'resource:default/demo',
    kind: 'karpenter',
  });
});

it('knows nothing but the cluster for another template', () => {
  expect(templateForm('tke-cilium-install', cluster())).toEqual({
    cluster: 'resource:default/demo',
  });
});
