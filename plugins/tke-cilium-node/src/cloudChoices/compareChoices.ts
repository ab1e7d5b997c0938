import type { CloudChoice } from '@tke-cilium/backstage-plugin-tke-cilium-common';

/** Orders by what people read, numbers by their size. */
export function compareChoices(a: CloudChoice, b: CloudChoice): number {
  return compareTexts(a.title ?? a.value, b.title ?? b.value);
}

/** Orders texts as people do: `ap-guangzhou-3` before `ap-guangzhou-10`. */
export function compareTexts(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
