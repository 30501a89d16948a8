package io.nurt.identity.internal;

import io.nurt.kernel.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down, per account and per address. An attempt is counted as failed before its password is looked at and
 * taken back when it was right: so many attempts at the same moment count like so many in a row.
 */
@Component
class Throttle {
    private final ThrottleStore store;
    private final InWorkspace transactions;
    private final Clock clock = Clock.systemUTC();

    Throttle(ThrottleStore store, InWorkspace transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    /** @throws Problem {@link IdentityProblem#TOO_MANY_ATTEMPTS} when an attempt must wait */
    void admit(String account, String address) {
        Duration wait = transactions.here(() -> {
            Instant now = clock.instant();
            // Always in this order, so that two attempts cannot wait for each other.
            ThrottleSchedule.State byAccount = store.lock(account(account));
            ThrottleSchedule.State byAddress = store.lock(address(address));
            Duration longer = longer(ThrottleSchedule.wait(byAccount, now), ThrottleSchedule.wait(byAddress, now));
            if (longer.isZero()) {
                store.save(account(account), ThrottleSchedule.ACCOUNT.failed(byAccount, now));
                store.save(address(address), ThrottleSchedule.ADDRESS.failed(byAddress, now));
            }
            return longer;
        });
        if (!wait.isZero()) {
            long seconds = wait.plusMillis(999).toSeconds();
            throw new Problem(IdentityProblem.TOO_MANY_ATTEMPTS, seconds).with("retryAfterSeconds", seconds);
        }
    }

    void succeeded(String account, String address) {
        transactions.here(() -> {
            store.forget(account(account));
            store.takeBackOne(address(address));
            return true;
        });
    }

    /** The attempt was neither right nor wrong: the password was right, the second factor is still to come. */
    void undecided(String account, String address) {
        transactions.here(() -> {
            store.takeBackOne(account(account));
            store.takeBackOne(address(address));
            return true;
        });
    }

    int forgetOld() {
        return transactions.here(store::forgetOld);
    }

    /** E-mails that nobody here has must not pile up readable. */
    private static String account(String email) {
        return "account:" + HexFormat.of().formatHex(Secrets.hash(email.strip().toLowerCase(Locale.ROOT)));
    }

    private static String address(String address) {
        return "address:" + address;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
