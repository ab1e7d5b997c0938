import { GUIDE_2025_11 } from './guide202511';
import { GUIDE_2026_08 } from './guide202608';
import { InstallProfile, InstallProfileName } from './installProfile';

/** Every install profile, by name. @public */
export const INSTALL_PROFILES: Readonly<
  Record<InstallProfileName, InstallProfile>
> = {
  'guide-2026-08': GUIDE_2026_08,
  'guide-2025-11': GUIDE_2025_11,
};

/** The profile that new clusters get. @public */
export const DEFAULT_INSTALL_PROFILE: InstallProfileName = 'guide-2026-08';

/**
 * Finds an install profile by its name.
 *
 * @throws Error that lists the known names when there is none of this name
 *
 * @public
 */
export function getInstallProfile(name: string): InstallProfile {
  if (!isInstallProfileName(name)) {
    throw new Error(
      `There is no install profile "${name}". Choose one of: ${Object.keys(
        INSTALL_PROFILES,
      ).join(', ')}.`,
    );
  }
  return INSTALL_PROFILES[name];
}

function isInstallProfileName(name: string): name is InstallProfileName {
  return Object.hasOwn(INSTALL_PROFILES, name);
}
