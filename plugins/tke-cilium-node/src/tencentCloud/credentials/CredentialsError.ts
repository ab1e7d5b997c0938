import { ApiFailure, isRefusal } from '../failureOf';

/** There is nothing to sign a call with: it was refused, or who gives it does not answer. */
export class CredentialsError extends Error {
  readonly failure: Omit<ApiFailure, 'kind'>;
  /** What was called for credentials, for example `AssumeRole`. */
  readonly action?: string;
  /** Whether it is final: otherwise the next attempt may find what this one did not. */
  readonly refused: boolean;

  /** A source had nothing, or did not answer. */
  static ofSource(detail: string, refused: boolean): CredentialsError {
    return new CredentialsError({ detail }, refused);
  }

  /** A call for credentials failed. */
  static ofCall(action: string, failure: ApiFailure): CredentialsError {
    return new CredentialsError(failure, isRefusal(failure), action);
  }

  private constructor(
    failure: Omit<ApiFailure, 'kind'>,
    refused: boolean,
    action?: string,
  ) {
    super(failure.detail);
    this.name = 'CredentialsError';
    this.failure = failure;
    this.refused = refused;
    this.action = action;
  }
}
