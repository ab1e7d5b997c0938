//

export * from '../models/Cluster.model';
export * from '../models/ClusterPage.model';
export * from '../models/ClusterProblems.model';
export * from '../models/ClusterSummary.model';
export * from '../models/ClusterSummaryNodePools.model';
export * from '../models/ClusterSummaryNodes.model';
export * from '../models/Condition.model';
export * from '../models/ConditionTransition.model';
export * from '../models/Connection.model';
export * from '../models/ErrorError.model';
export * from '../models/Health.model';
export * from '../models/ModelError.model';
export * from '../models/Node.model';
export * from '../models/NodePool.model';
export * from '../models/Phase.model';
export * from '../models/Problem.model';
export * from '../models/Readiness.model';
export * from '../models/ReadinessCilium.model';
export * from '../models/ReadinessCiliumRelease.model';
export * from '../models/ReadinessWorkloads.model';
export * from '../models/RefreshAccepted.model';
export * from '../models/TimelinePage.model';
export * from '../models/TkeComponent.model';
export * from '../models/Transition.model';
export * from '../models/Workload.model';
