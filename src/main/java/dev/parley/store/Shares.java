package dev.parley.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** The shares of budgets. No time is kept with them: whether a process lives is judged by those who look, each by its own clock. */
final class Shares {
    private final Handle handle;

    Shares(Handle handle) {
        this.handle = handle;
    }

    List<Share> of(String budget) {
        takeTurn();
        return handle.createQuery("""
                        select instance, slots, beat from budget_share where budget = :budget order by instance
                        """)
                .bind("budget", budget)
                .map((row, context) -> new Share(row.getString("instance"), row.getInt("slots"), row.getLong("beat")))
                .list();
    }

    /** Waits for others who divide to commit. */
    private void takeTurn() {
        handle.createQuery("select name from turn where name = 'budget' for update")
                .mapTo(String.class)
                .one();
    }

    void share(String budget, Share share) {
        unshare(budget, share.instance());
        handle.createUpdate("""
                        insert into budget_share (budget, instance, slots, beat) values (:budget, :instance, :slots, :beat)
                        """)
                .bind("budget", budget)
                .bind("instance", share.instance())
                .bind("slots", share.slots())
                .bind("beat", share.beat())
                .execute();
    }

    void unshare(String budget, String instance) {
        handle.createUpdate("delete from budget_share where budget = :budget and instance = :instance")
                .bind("budget", budget)
                .bind("instance", instance)
                .execute();
    }
}
