/**
 * Whether the state of a pool says that it goes, or has gone. The versions of the API write it in
 * different ways.
 */
export function isBeingDeleted(lifeState: string | undefined): boolean {
  return /^delet/i.test(lifeState ?? '');
}
