import { judgement, Scenario } from '../__testUtils__/judge';

describe('apiServerAddressCurrent', () => {
  it.each<Scenario>([
    [
      'an API server that moved',
      {
        'endpoint-slices': [
          {
            addressType: 'IPv4',
            endpoints: [{ addresses: ['169.254.128.9'] }],
            ports: [{ name: 'https', port: 60002 }],
          },
        ],
      },
      'Degraded',
      'False AddressDrifted',
      ['api-server-address-drift'],
    ],
    [
      'an API server whose endpoints are empty for a moment',
      { 'endpoint-slices': [] },
      'Ready',
      'Unknown NoEndpoint',
      [],
    ],
  ])('%s', (_, changes, ...expected) => {
    expect(judgement('ApiServerAddressCurrent', changes)).toEqual(expected);
  });
});
