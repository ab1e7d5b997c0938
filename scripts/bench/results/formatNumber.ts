/** Three digits that count, and never an exponent. */
export function formatNumber(value: number): string {
  if (Math.abs(value) >= 100) {
    return String(Math.round(value));
  }
  return String(Number(value.toPrecision(3)));
}
