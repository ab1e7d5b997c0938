/** Names of public images that nodes can have. */
export const OPERATING_SYSTEMS = [
  'tlinux4_x86_64_public',
  'tlinux3.1x86_64',
  'ubuntu24.04x86_64',
  'ubuntu22.04x86_64',
  'debian12.8x86_64',
];
