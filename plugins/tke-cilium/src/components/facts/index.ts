export { ComponentList } from './ComponentList';
export { ConditionList } from './ConditionList';
export { Configuration } from './Configuration';
export { FactList } from './FactList';
export { HistoryList } from './HistoryList';
export { WorkloadList } from './WorkloadList';
export { WorkloadMeters } from './WorkloadMeters';
