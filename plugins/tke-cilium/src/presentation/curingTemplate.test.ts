import { PROBLEMS } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { curingTemplate } from './curingTemplate';

it.each(
  Object.entries(PROBLEMS).filter(([, { remedy }]) =>
    /Run the (install|step)|run the (install|step)/.test(remedy),
  ),
)('offers the install for %s', code => {
  expect(curingTemplate(code)).toBe('tke-cilium-install');
});

it.each(['node-pool-failed', 'machine-failed'])(
  'offers another node pool for %s',
  code => {
    expect(curingTemplate(code)).toBe('tke-nodepool');
  },
);

it('offers nothing for what no template cures', () => {
  expect(curingTemplate('node-not-ready')).toBeUndefined();
  expect(curingTemplate('of-a-newer-backend')).toBeUndefined();
});
