import { hostOf } from './ApiEndpoint';

describe('hostOf', () => {
  it.each([
    ['https://tke.tencentcloudapi.com', 'sts.tencentcloudapi.com'],
    [
      'https://tke.internal.tencentcloudapi.com',
      'sts.internal.tencentcloudapi.com',
    ],
    ['https://tke.intl.tencentcloudapi.com', 'sts.intl.tencentcloudapi.com'],
    ['http://127.0.0.1:4545', '127.0.0.1:4545'],
  ])('finds security tokens beside %s', (endpoint, host) => {
    expect(hostOf(new URL(endpoint), 'sts')).toBe(host);
  });
});
