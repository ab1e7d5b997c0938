// @ts-check

/**
 * An empty table beside those of the scaffolder: no lock worth mentioning on any engine.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('tke_cilium_creation', table => {
    table.comment('What is being made in Tencent Cloud: one row per thing');
    table.string('what', 255).primary().comment('Names it, and where it is');
    table
      .string('holder', 36)
      .notNullable()
      .comment('The step that makes it; a new id per attempt');
    table
      .integer('beat')
      .notNullable()
      .comment('Counts up while the holder is alive; no clock is compared');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('tke_cilium_creation');
};
