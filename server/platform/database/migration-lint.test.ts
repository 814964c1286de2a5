import assert from "node:assert/strict"
import { test } from "node:test"
import { readMigrations } from "./migrate.ts"
import { dangersIn } from "./migration-lint.ts"

test("no migration can lose data without a review on the line", async () => {
  for (const { version, name, sql } of await readMigrations()) {
    assert.deepEqual(
      dangersIn(sql),
      [],
      `migration ${version}_${name}: say \`-- reviewed: why nothing is lost\` on the line, or do it another way`,
    )
  }
})

test("what counts as dangerous", () => {
  const sql = `truncate tickets;
drop table tickets;
alter table tickets drop column title;
alter table tickets drop title;
alter table tickets drop constraint tickets_title_check;
delete from tickets;
delete from tickets
  where id is null;
create table a (b uuid references c on delete cascade);
-- a comment may say truncate and drop table
drop table drafts; -- reviewed: empty since version 2, checked on three installations
drop table more; -- reviewed:
update tickets set title = 'x'`
  assert.deepEqual(dangersIn(sql), [
    "1: TRUNCATE",
    "2: DROP TABLE",
    "3: DROP COLUMN",
    "4: DROP COLUMN",
    "6: DELETE without WHERE",
    "9: CASCADE",
    "12: DROP TABLE",
  ])
})
