import { PROBLEMS } from '@tke-cilium/backstage-plugin-tke-cilium-common';
import { isCuredByInstall } from './isCuredByInstall';

it.each(
  Object.entries(PROBLEMS).filter(([, { remedy }]) =>
    /Run the (install|step)|run the (install|step)/.test(remedy),
  ),
)('offers the install for %s', code => {
  expect(isCuredByInstall(code)).toBe(true);
});

it('offers nothing for what an install does not cure', () => {
  expect(isCuredByInstall('node-not-ready')).toBe(false);
  expect(isCuredByInstall('of-a-newer-backend')).toBe(false);
});
