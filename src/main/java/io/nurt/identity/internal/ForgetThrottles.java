package io.nurt.identity.internal;

import io.nurt.platform.RecurringJob;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Failures that no longer count need not be kept, nor need the addresses they came from. */
@Component
class ForgetThrottles implements RecurringJob {
    private final Throttle throttle;

    ForgetThrottles(Throttle throttle) {
        this.throttle = throttle;
    }

    @Override
    public String name() {
        return "identity-forget-throttles";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        throttle.forgetOld();
    }
}
