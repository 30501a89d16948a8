package io.nurt.identity.internal;

import io.nurt.platform.NurtSettings;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** As long as there is no workspace, each start prints a new link for whoever reads the log. */
@Component
class SetupLink {
    private static final Logger log = LoggerFactory.getLogger(SetupLink.class);
    private final Setup setup;
    private final NurtSettings settings;

    SetupLink(Setup setup, NurtSettings settings) {
        this.setup = setup;
        this.settings = settings;
    }

    @EventListener
    void serving(WebServerInitializedEvent event) {
        int port = event.getWebServer().getPort();
        // A command brings the application up without a port: its link would end the one a server has printed.
        if (port > 0 && setup.needed()) {
            log.info(
                    "Nobody can sign in yet. Create the first administrator here (good once, until the next start):\n\n    {}/setup?token={}\n",
                    address(settings.publicUrl(), port),
                    setup.newLink());
        }
    }

    /** Port 0 in the settings means one that the system chose just now. */
    static String address(URI publicUrl, int port) {
        return publicUrl.getPort() == 0
                ? publicUrl.getScheme() + "://" + publicUrl.getHost() + ":" + port
                : publicUrl.toString();
    }
}
