package io.nurt.connect;

import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The live stream: what changed, for those who may see it. It says that something changed, never its content, so that a
 * listener reads the record through the same checks as always. A connection ends after half an hour; browsers come back by
 * themselves and are checked anew.
 */
@RestController
class StreamController {
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private record Listener(Caller caller, SseEmitter emitter) {}

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "live-stream");
        thread.setDaemon(true);
        return thread;
    });

    StreamController(LiveBus bus) {
        bus.subscribe(message -> sender.execute(() -> deliver(message)));
        sender.scheduleAtFixedRate(this::ping, 20, 20, TimeUnit.SECONDS);
    }

    @GetMapping(path = "/api/v1/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream() {
        Caller caller = Caller.require(Permission.READ);
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        Listener listener = new Listener(caller, emitter);
        emitter.onCompletion(() -> listeners.remove(listener));
        emitter.onTimeout(emitter::complete);
        emitter.onError(e -> listeners.remove(listener));
        listeners.add(listener);
        sender.execute(() -> send(listener, "ping", Map.of()));
        return emitter;
    }

    private void deliver(LiveMessage message) {
        for (Listener listener : listeners) {
            if (mayHear(listener.caller(), message)) {
                send(listener, message.kind(), message.data());
            }
        }
    }

    static boolean mayHear(Caller caller, LiveMessage message) {
        if (!caller.workspaceId().equals(message.workspace())) {
            return false;
        }
        if (message.onlyFor() != null && !message.onlyFor().equals(caller.userId())) {
            return false;
        }
        return message.owners().isEmpty() || message.owners().stream().anyMatch(caller.visibility()::sees);
    }

    private void ping() {
        listeners.forEach(listener -> send(listener, "ping", Map.of()));
    }

    private void send(Listener listener, String kind, Map<String, ?> data) {
        try {
            listener.emitter().send(SseEmitter.event().name(kind).data(data, MediaType.APPLICATION_JSON));
        } catch (IOException | IllegalStateException e) {
            listeners.remove(listener);
        }
    }
}
