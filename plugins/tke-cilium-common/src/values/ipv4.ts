const OCTET = /^(0|[1-9]\d{0,2})$/;

/** An IPv4 address as a number, `undefined` when the text is not one. */
export function parseIpv4(text: string): number | undefined {
  const octets = text.split('.');
  if (octets.length !== 4 || !octets.every(octet => OCTET.test(octet))) {
    return undefined;
  }
  const numbers = octets.map(Number);
  return numbers.some(number => number > 255)
    ? undefined
    : numbers.reduce((address, number) => address * 256 + number, 0);
}

/** Whether the text is an IPv4 address in 169.254.0.0/16. */
export function isLinkLocal(text: string): boolean {
  return parseIpv4(text) !== undefined && text.startsWith('169.254.');
}

/** Why a text is not an IPv4 network in CIDR notation; `undefined` when it is. */
export function explainInvalidCidr(text: string): string | undefined {
  const match = /^([^/]+)\/(\d{1,2})$/.exec(text);
  const address = match ? parseIpv4(match[1]) : undefined;
  const bits = Number(match?.[2]);
  if (address === undefined || bits > 32) {
    return 'expected an IPv4 CIDR such as 10.0.0.0/16';
  }
  const size = 2 ** (32 - bits);
  return address % size === 0
    ? undefined
    : `bits after /${bits} are set; expected ${formatIpv4(
        address - (address % size),
      )}/${bits}`;
}

function formatIpv4(address: number): string {
  return [24, 16, 8, 0]
    .map(shift => Math.floor(address / 2 ** shift) % 256)
    .join('.');
}

/** Whether two valid CIDRs have an address in common. */
export function cidrsOverlap(one: string, other: string): boolean {
  const [left, right] = [rangeOf(one), rangeOf(other)];
  return left.first <= right.last && right.first <= left.last;
}

function rangeOf(cidr: string): { first: number; last: number } {
  const [address, bits] = cidr.split('/');
  const first = parseIpv4(address) ?? 0;
  return { first, last: first + 2 ** (32 - Number(bits)) - 1 };
}
