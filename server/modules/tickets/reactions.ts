import { on } from "#platform/events"

/** What this module does, within the same transaction, when others' things happen. */
export const reactions = [
  /** A project that is put away takes its tickets out of sight with it. */
  on("project.deleted", async (ctx, { subject }) => {
    await ctx.db
      .updateTable("tickets")
      .set({ deleted_at: ctx.now })
      .where("project_id", "=", subject.id)
      .where("deleted_at", "is", null)
      .execute()
  }),
]
