// @ts-check

/**
 * A column with a constant default: no table is rewritten.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('cluster_lease', table => {
    table
      .integer('refreshes')
      .notNullable()
      .defaultTo(0)
      .comment('How often somebody asked to read the cluster anew');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('cluster_lease', table => {
    table.dropColumn('refreshes');
  });
};
