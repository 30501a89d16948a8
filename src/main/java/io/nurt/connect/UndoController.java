package io.nurt.connect;

import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Problem;
import io.nurt.kernel.Undoable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class UndoController {
    private final Map<String, Undoable> modules;

    UndoController(List<Undoable> modules) {
        this.modules = modules.stream().collect(Collectors.toMap(Undoable::prefix, Function.identity()));
    }

    /** How many records are as they were before. */
    record Undone(int restored) {}

    @PostMapping("/api/v1/undo/{token}")
    Undone undo(@PathVariable String token) {
        Caller.require(Permission.WRITE);
        int dot = token.indexOf('.');
        Undoable module = dot < 0 ? null : modules.get(token.substring(0, dot));
        if (module == null) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        return new Undone(module.undo(token.substring(dot + 1)));
    }
}
