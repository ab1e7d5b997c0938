import type { GoPlatform } from './lockFile';

const ARCHITECTURES: Record<string, string> = { x64: 'amd64', arm64: 'arm64' };

/**
 * This machine in Go's words.
 *
 * @throws Error on a platform that Kubernetes' control plane is not built for.
 */
export function goPlatform(
  platform: NodeJS.Platform = process.platform,
  arch: string = process.arch,
): GoPlatform {
  if ((platform !== 'linux' && platform !== 'darwin') || !ARCHITECTURES[arch]) {
    throw new Error(
      `The local cluster runs on Linux and macOS on x64 and arm64, not on ${platform} ${arch}. On Windows use WSL.`,
    );
  }
  return { os: platform, arch: ARCHITECTURES[arch] };
}
