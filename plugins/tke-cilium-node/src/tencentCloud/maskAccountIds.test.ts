import { maskAccountIds, maskUserNames } from './maskAccountIds';

describe('maskAccountIds', () => {
  it.each([
    [
      'you are not authorized to perform operation (cvm:RunInstances) resource (qcs:id/1158313:cvm:ap-guangzhou:uin/2159973417:instance/*) has no permission',
      'you are not authorized to perform operation (cvm:RunInstances) resource (qcs:id/***:cvm:ap-guangzhou:uin/***:instance/*) has no permission',
    ],
    [
      'role qcs::cam::uin/100012345678:roleName/backstage does not exist',
      'role qcs::cam::uin/***:roleName/backstage does not exist',
    ],
    ['AppId: 1158313, ownerUin=42', 'AppId: ***, ownerUin=***'],
    ['account 100012345678 is in arrears.', 'account *** is in arrears.'],
    ['cls-1a2b3c4d-100012345678-context', 'cls-1a2b3c4d-***-context'],
    [
      'SecretId AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE is not found',
      'SecretId AKID*** is not found',
    ],
  ])('masks %s', (text, masked) => {
    expect(maskAccountIds(text)).toBe(masked);
  });

  it.each([
    'cluster cls-12345678, pool np-87654321, subnet subnet-00000001',
    'RequestId 7f3a1c52-9d0e-4b61-8f6e-1234567890ab',
    'quota 20, limit 65535, 172.16.0.0/20, version 1.32.2',
  ])('leaves %s', text => {
    expect(maskAccountIds(text)).toBe(text);
  });
});

describe('maskUserNames', () => {
  it('masks who was denied, and leaves what', () => {
    expect(
      maskUserNames(
        'pods is forbidden: User "100012345678-1625123456" cannot list, quota 10737418240',
      ),
    ).toBe('pods is forbidden: User "***-***" cannot list, quota 10737418240');
    const name = 'User "system:serviceaccount:kube-system:reader" cannot get';
    expect(maskUserNames(name)).toBe(name);
  });
});
