import { defineProblem } from '../readiness/problems/definition';
import { LINKS } from '../readiness/problems/links';

/** Problems of what somebody asks a node pool to be. */
export const NODE_POOL_INPUT_PROBLEMS = {
  'node-pool-input-invalid': defineProblem<{ field: string; reason: string }>({
    severity: 'error',
    message: p => `The node pool cannot be made: ${p.field}: ${p.reason}.`,
    remedy: 'Correct the input.',
    docsUrl: LINKS.tkeKarpenter,
  }),
};
