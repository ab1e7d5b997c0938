import { ActionServices } from './ActionServices';
import { createExplainProblemAction } from './createExplainProblemAction';
import { createGetClusterReadinessAction } from './createGetClusterReadinessAction';
import { createListClustersAction } from './createListClustersAction';
import { createPreflightAction } from './createPreflightAction';

/**
 * Adds what a model or a template may ask to Backstage's actions. Nothing that changes a cluster is
 * among it: that is for the software templates, with their forms and their log.
 */
export function registerActions(services: ActionServices): void {
  createListClustersAction(services);
  createGetClusterReadinessAction(services);
  createExplainProblemAction(services);
  createPreflightAction(services);
}
