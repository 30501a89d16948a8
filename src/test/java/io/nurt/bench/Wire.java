package io.nurt.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * One kept connection that speaks as much HTTP as is needed here. An ordinary client would spend about as much of the
 * processors that server and client share as the server does, and be measured with it.
 */
final class Wire implements AutoCloseable {
    private final int port;
    private final String headers;
    private Socket socket;
    private InputStream in;

    Wire(int port, String cookie, boolean gzip) throws IOException {
        this.port = port;
        socket = connect(port);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        headers = "Host: localhost:" + port + "\r\nCookie: " + cookie + "\r\n"
                + (gzip ? "Accept-Encoding: gzip\r\n" : "");
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        return socket;
    }

    /** Sends a request, reads the whole answer. @return its body, undecoded */
    byte[] send(String method, String path, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " /api/v1" + path + " HTTP/1.1\r\n" + headers
                + (content.length == 0
                        ? ""
                        : "Content-Type: application/json\r\nContent-Length: " + content.length + "\r\n")
                + "\r\n";
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(head.getBytes(StandardCharsets.ISO_8859_1));
        request.write(content);
        socket.getOutputStream().write(request.toByteArray());
        String status = line();
        long length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String header = line.toLowerCase(java.util.Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Long.parseLong(header.substring(15).strip());
            }
            last |= header.startsWith("connection: close");
            chunked |= header.startsWith("transfer-encoding: chunked");
        }
        byte[] answer = chunked ? chunks() : exactly((int) length);
        if (last) {
            // A server lets go of a connection after so many requests, and clients make another.
            socket.close();
            socket = connect(port);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        }
        if (!status.startsWith("HTTP/1.1 2")) {
            throw new IllegalStateException(
                    method + " " + path + ": " + status + " " + new String(answer, StandardCharsets.UTF_8));
        }
        return answer;
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line(), 16);
            all.write(exactly(size));
            line();
            if (size == 0) {
                return all.toByteArray();
            }
        }
    }

    private byte[] exactly(int length) throws IOException {
        byte[] read = in.readNBytes(length);
        if (read.length < length) {
            throw new EOFException("The server hung up");
        }
        return read;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The server hung up");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
