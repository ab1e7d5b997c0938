/**
 * Watches TKE clusters and serves the readiness of their Cilium network.
 *
 * @packageDocumentation
 */
export { tkeCiliumPlugin as default } from './plugin';
export * from './permissions';
