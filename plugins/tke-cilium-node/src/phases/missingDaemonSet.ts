import { NotFoundError } from '@backstage/errors';

/** A DaemonSet that has to be there is not. */
export function missingDaemonSet(name: string, meaning: string): NotFoundError {
  return new NotFoundError(
    `DaemonSet kube-system/${name} does not exist. ${meaning}`,
  );
}
