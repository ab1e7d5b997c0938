export { ClusterTask } from './ClusterTask';
