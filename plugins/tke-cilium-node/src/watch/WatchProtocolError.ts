import { CustomErrorBase } from '@backstage/errors';

/**
 * The API server answered, and then said something that is not a watch: it fell silent
 * (`silent`), or sent what cannot be read (`malformed`).
 */
export class WatchProtocolError extends CustomErrorBase {
  name = 'WatchProtocolError' as const;
  readonly kind: 'silent' | 'malformed';

  constructor(kind: 'silent' | 'malformed', message: string) {
    super(message);
    this.kind = kind;
  }
}
