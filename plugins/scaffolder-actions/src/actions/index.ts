export { createActions } from './createActions';
