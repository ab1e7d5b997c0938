/**
 * Real databases for the tests, among them a PostgreSQL server on loopback.
 *
 * @packageDocumentation
 */
export { type PostgresConnection, PostgresServer } from './PostgresServer';
export { type Engine, ENGINES, TestDatabases } from './TestDatabases';
