/** The install profile of the clusters that the scripts make. */
export const PROFILE = 'guide-2026-08';
