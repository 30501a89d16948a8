package io.nurt.directory;

/** Ways out of the daily lists and back. */
enum Mark {
    ARCHIVE("archived", "archived_at = now()"),
    UNARCHIVE("unarchived", "archived_at = null"),
    TRASH("trashed", "deleted_at = now()"),
    RESTORE("restored", "deleted_at = null");

    private final String event;
    private final String assignment;

    Mark(String event, String assignment) {
        this.event = event;
        this.assignment = assignment;
    }

    /** What the history calls it. */
    String event() {
        return event;
    }

    String assignment() {
        return assignment;
    }

    Mark opposite() {
        return switch (this) {
            case ARCHIVE -> UNARCHIVE;
            case UNARCHIVE -> ARCHIVE;
            case TRASH -> RESTORE;
            case RESTORE -> TRASH;
        };
    }

    /** Whether a record is so already. */
    boolean holds(Loaded.Marks marks) {
        return switch (this) {
            case ARCHIVE -> marks.archivedAt() != null;
            case UNARCHIVE -> marks.archivedAt() == null;
            case TRASH -> marks.deletedAt() != null;
            case RESTORE -> marks.deletedAt() == null;
        };
    }
}
