import type { z as Zod } from 'zod/v3';

/** Output that holds Helm values. */
export function valuesField(description: string) {
  return (z: typeof Zod) => z.record(z.any()).describe(description);
}

/** Output that holds differences between Helm values. */
export function differencesField(description: string) {
  return (z: typeof Zod) =>
    z.array(
      z.object({
        path: z.string(),
        left: z.any().optional(),
        right: z.any().optional(),
      }),
      { description },
    );
}
