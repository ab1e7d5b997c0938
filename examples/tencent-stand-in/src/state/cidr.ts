/** First and last address of an IPv4 CIDR as numbers; `undefined` when it is none. */
function rangeOf(cidr: string): [number, number] | undefined {
  const match = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(cidr);
  if (!match) {
    return undefined;
  }
  const [a, b, c, d, bits] = match.slice(1).map(Number);
  const size = 2 ** (32 - bits);
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  const first = address - (address % size);
  return [first, first + size - 1];
}

/** Whether two CIDRs have an address in common. */
export function overlaps(one: string, other: string): boolean {
  const first = rangeOf(one);
  const second = rangeOf(other);
  return (
    first !== undefined &&
    second !== undefined &&
    first[0] <= second[1] &&
    second[0] <= first[1]
  );
}
