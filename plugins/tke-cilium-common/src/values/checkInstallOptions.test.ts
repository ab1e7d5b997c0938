import { checkInstallOptions } from './checkInstallOptions';
import { InstallOptions } from './installOptions';

const codes = (options: InstallOptions) =>
  checkInstallOptions(options).map(({ code }) => code);

it.each<[InstallOptions]>([
  [{}],
  [{ images: { source: 'mirror' } }],
  [{ images: { source: 'mirror', registry: 'localhost:5000/quay' } }],
  [{ images: { source: 'tcr', registry: 'mine.tencentcloudcr.com' } }],
  [{ images: { source: 'upstream' } }],
  [{ masquerade: { vpcCidrs: ['10.0.0.0/8', '0.0.0.0/0', '10.1.2.3/32'] } }],
  [{ operatorReplicas: 1, ciliumEndpointSlice: true }],
])('accepts %j', options => {
  expect(codes(options)).toEqual([]);
});

it.each<[InstallOptions, string[]]>([
  [{ images: { source: 'tcr', registry: '' } }, ['image-registry-invalid']],
  [
    { images: { source: 'tcr', registry: 'https://mine.example.com' } },
    ['image-registry-invalid'],
  ],
  [
    { images: { source: 'mirror', registry: 'mine.example.com/' } },
    ['image-registry-invalid'],
  ],
  [
    { images: { source: 'mirror', registry: 'mine example' } },
    ['image-registry-invalid'],
  ],
  [{ masquerade: { vpcCidrs: [] } }, ['vpc-cidrs-missing']],
  [{ masquerade: { vpcCidrs: ['10.0.0.0/16', '10.0.0.0'] } }, ['cidr-invalid']],
  [{ operatorReplicas: 0 }, ['operator-replicas-invalid']],
  [{ operatorReplicas: 1.5 }, ['operator-replicas-invalid']],
])('refuses %j', (options, expected) => {
  expect(codes(options)).toEqual(expected);
});

it.each([
  ['10.0.0.1/16', 'bits after /16 are set; expected 10.0.0.0/16'],
  ['10.0.0.0/33', 'expected an IPv4 CIDR such as 10.0.0.0/16'],
  ['10.0.0.256/8', 'expected an IPv4 CIDR such as 10.0.0.0/16'],
  ['10.0.0/8', 'expected an IPv4 CIDR such as 10.0.0.0/16'],
  ['10.00.0.0/8', 'expected an IPv4 CIDR such as 10.0.0.0/16'],
  ['fd00::/8', 'expected an IPv4 CIDR such as 10.0.0.0/16'],
  ['255.255.255.255/31', 'bits after /31 are set; expected 255.255.255.254/31'],
])('says why %s is no CIDR', (cidr, reason) => {
  const [problem] = checkInstallOptions({ masquerade: { vpcCidrs: [cidr] } });
  expect(problem.parameters).toEqual({
    path: 'masquerade.vpcCidrs[0]',
    cidr,
    reason,
  });
});
