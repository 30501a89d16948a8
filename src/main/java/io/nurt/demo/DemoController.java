package io.nurt.demo;

import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/demo")
class DemoController {
    private static final int MOST = 2_000_000;
    private final DemoCompany demo;

    DemoController(DemoCompany demo) {
        this.demo = demo;
    }

    /** Whether the demo company is in this workspace. */
    record Presence(boolean present) {}

    /** How many deals went. */
    record Removed(int deals) {}

    @GetMapping
    Presence presence() {
        Caller.require(Permission.READ);
        return new Presence(demo.present());
    }

    /** @param deals how many deals it has had in two years */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Presence add(@RequestParam(defaultValue = "1200") int deals) {
        demo.add(Math.max(1, Math.min(deals, MOST)));
        return new Presence(true);
    }

    @DeleteMapping
    Removed remove() {
        return new Removed(demo.remove());
    }
}
