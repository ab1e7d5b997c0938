/** Ids of the account that is stood in for: the documentation's own. */
export const ACCOUNT = { appId: '1250000000', uin: '100000000001' };

/** Whether a code says that the caller has no right. */
export function isDenial(code: string): boolean {
  return code.includes('UnauthorizedOperation') || code.endsWith('CamNoAuth');
}

/** How the API says that the caller has no right to an action: with the ids of the account. */
export function denialOf(action: string): string {
  const { appId, uin } = ACCOUNT;
  return `you are not authorized to perform operation (${action})\nresource (qcs:id/${appId}:tke:ap-guangzhou:uin/${uin}:cluster/*) has no permission\n`;
}
