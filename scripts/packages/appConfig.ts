import { parse, stringify } from 'yaml';

/** Adds settings to a configuration as a person would who edits it: maps grow, and so do lists. */
export function addToAppConfig(appConfig: string, settings: string): string {
  return stringify(add(parse(appConfig), parse(settings)));
}

function add(base: unknown, more: unknown): unknown {
  if (Array.isArray(base) && Array.isArray(more)) {
    return [...base, ...more];
  }
  if (isMap(base) && isMap(more)) {
    const merged = { ...base };
    for (const [key, value] of Object.entries(more)) {
      merged[key] = add(base[key], value);
    }
    return merged;
  }
  return more;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
