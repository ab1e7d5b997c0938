import type { ServerResponse } from 'node:http';
import { answerStatus } from './answerStatus';
import type { ProxyFault, StreamFault } from './faults';
import type { LastingFaults } from './LastingFaults';

/** What becomes of a request that a fault hits, or none. */
export function applyFault(
  fault: ProxyFault | undefined,
  response: ServerResponse,
  options: {
    lasting: LastingFaults;
    /** Resets the connection of the request. */
    reset(): void;
    /** Passes the request on; the fault, if there is one, hits its answer. */
    pass(fault?: StreamFault): void;
  },
): void {
  const { lasting, reset, pass } = options;
  switch (fault?.kind) {
    case 'status':
      answerStatus(
        response,
        fault.status,
        'FaultProxy',
        fault.retryAfterSeconds,
      );
      break;
    case 'reset':
      reset();
      break;
    case 'hang':
      lasting.add(response, reset);
      break;
    case 'delay':
      delay(response, lasting, fault.milliseconds, pass);
      break;
    default:
      pass(fault);
  }
}

function delay(
  response: ServerResponse,
  lasting: LastingFaults,
  milliseconds: number,
  pass: () => void,
): void {
  let isPassed = false;
  const passOnce = () => {
    if (!isPassed) {
      isPassed = true;
      pass();
    }
  };
  const timer = setTimeout(passOnce, milliseconds);
  const cancel = () => clearTimeout(timer);
  response.once('close', cancel);
  lasting.add(response, () => {
    cancel();
    passOnce();
  });
}
