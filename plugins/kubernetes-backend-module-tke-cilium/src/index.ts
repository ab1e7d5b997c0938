/**
 * Offers the clusters of tke-cilium to Backstage's Kubernetes plugin.
 *
 * @packageDocumentation
 */
export {
  kubernetesModuleTkeCilium,
  kubernetesModuleTkeCilium as default,
} from './module';
