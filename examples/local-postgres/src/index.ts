/**
 * A real PostgreSQL server on loopback for the tests.
 *
 * @packageDocumentation
 */
export { type PostgresConnection, PostgresServer } from './PostgresServer';
