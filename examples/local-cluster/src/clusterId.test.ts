import { checkClusterId, randomClusterId } from './clusterId';

describe('cluster ids', () => {
  it('look like those of TKE', () => {
    expect(randomClusterId()).toMatch(/^cls-[a-z0-9]{8}$/);
    expect(() => checkClusterId(randomClusterId())).not.toThrow();
  });

  it.each(['', 'cls-', 'cls-ABCDEFGH', 'cls-abcdefghi', 'abcdefgh', '../x'])(
    'refuses %p',
    id => {
      expect(() => checkClusterId(id)).toThrow('is not a TKE cluster id');
    },
  );
});
