const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

/**
 * An age in words of a language, in its largest whole unit: "12s ago", "3 min. ago".
 *
 * A negative age, which a browser whose clock runs behind computes, counts as none.
 *
 * @param age - milliseconds
 */
export function formatAge(age: number, language: string): string {
  const format = new Intl.RelativeTimeFormat(language, { style: 'short' });
  const [unit, length] =
    UNITS.find(([, milliseconds]) => age >= milliseconds) ?? UNITS[3];
  return format.format(-Math.max(0, Math.floor(age / length)), unit);
}

/** A moment in words of a language, date and time to the second. */
export function formatTime(time: number | string, language: string): string {
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'medium',
  }).format(new Date(time));
}
