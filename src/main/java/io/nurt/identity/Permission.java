package io.nurt.identity;

import java.util.Locale;

/** What a caller may do at all; which records is a matter of {@link Visibility}. */
public enum Permission {
    /** See records and figures. */
    READ,
    /** Create and change companies, contacts and deals. */
    WRITE,
    /** Bring in and take back imports. */
    IMPORT,
    /** Take lists out as files. */
    EXPORT,
    /** Offer saved views to everyone. */
    SHARE_VIEWS,
    /** Shape pipelines, stages, lost reasons, products and custom fields. */
    MANAGE_PIPELINES,
    /** Invite, change and deactivate users, and their teams. */
    MANAGE_USERS,
    /** Change the workspace, read the audit trail, erase data. */
    MANAGE_WORKSPACE;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
