import { createProblem } from '../problems/catalogue';
import { fails, holds, Rule, unknown } from '../verdict';

/** The API server answers. */
export const connected: Rule = ({ connection }) => {
  switch (connection.state) {
    case 'connected':
      return holds('Connected', 'The API server answers.');
    case 'connecting':
      return unknown(
        'Connecting',
        'The first connection to the API server is being made.',
      );
    default: {
      const problem = createProblem('cluster-unreachable', {
        detail: connection.message ?? '',
      });
      return fails('Unreachable', problem.message, [problem]);
    }
  }
};
