package io.nurt.connect;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;

/** A request whose beginning has been read already (all of it, for ordinary bodies) and can be read again. */
final class BodyKeepingRequest extends HttpServletRequestWrapper {
    private static final int MOST = 1 << 20;
    private final byte[] body;
    private final ServletInputStream rest;

    private BodyKeepingRequest(HttpServletRequest request, byte[] body, ServletInputStream rest) {
        super(request);
        this.body = body;
        this.rest = rest;
    }

    /** Reads at most 1 MiB of the body; none of a multipart upload, whose parts the container reads itself. */
    static BodyKeepingRequest of(HttpServletRequest request) throws IOException {
        String type = request.getContentType();
        boolean multipart = type != null && type.startsWith("multipart/");
        ServletInputStream in = request.getInputStream();
        return new BodyKeepingRequest(request, multipart ? new byte[0] : in.readNBytes(MOST), in);
    }

    byte[] body() {
        return body;
    }

    @Override
    public ServletInputStream getInputStream() {
        if (body.length == 0) {
            return rest;
        }
        SequenceInputStream both = new SequenceInputStream(new ByteArrayInputStream(body), rest);
        return new ServletInputStream() {
            private boolean finished;

            @Override
            public int read() throws IOException {
                int next = both.read();
                finished = next < 0;
                return next;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int count = both.read(into, from, length);
                finished = count < 0;
                return count;
            }

            @Override
            public boolean isFinished() {
                return finished;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new IllegalStateException("this body is read by blocking");
            }
        };
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
}
