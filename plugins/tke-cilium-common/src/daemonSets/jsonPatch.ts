/** One operation of a JSON patch (RFC 6902). @public */
export type JsonPatchOperation =
  | { op: 'add' | 'replace' | 'test'; path: string; value: unknown }
  | { op: 'remove'; path: string };

/** A JSON pointer (RFC 6901) from its parts: `~` becomes `~0`, `/` becomes `~1`. */
export function jsonPointer(...parts: readonly (string | number)[]): string {
  return parts
    .map(part => `/${String(part).replace(/~/g, '~0').replace(/\//g, '~1')}`)
    .join('');
}
