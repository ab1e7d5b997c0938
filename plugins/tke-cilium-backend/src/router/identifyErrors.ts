import { randomUUID } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import express from 'express';

/**
 * Gives every error an id that its answer and its line in the log have in common, so that whoever
 * sees the one can be told about by the other.
 *
 * @remarks
 * Backstage answers afterwards: the id is in the answer as `error.requestId`, and in the line that
 * Backstage itself logs of what is a fault of the backend. Where it hides an error's text, its own
 * `logId` in the answer is an id in the log already. What is refused before it gets here, such as a
 * request of nobody, has none.
 */
export function identifyErrors(
  logger: LoggerService,
): express.ErrorRequestHandler {
  return (error, request, _response, next) => {
    if (isError(error)) {
      const requestId = randomUUID();
      Object.assign(error, { requestId });
      logger.info(
        `${request.method} ${request.originalUrl} failed: ${error.name}: ${error.message}`,
        { requestId },
      );
    }
    next(error);
  };
}
