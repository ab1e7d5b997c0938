/**
 * Makes an entity of every configured TKE cluster, and shows on entities how their cluster is.
 *
 * @packageDocumentation
 */
export {
  catalogModuleTkeCilium,
  catalogModuleTkeCilium as default,
} from './module';
