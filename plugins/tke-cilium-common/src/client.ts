/**
 * Typed client of the backend plugin's HTTP interface, generated from its OpenAPI document.
 *
 * @packageDocumentation
 */
export * from './schema/openapi';
