package org.modicum.proxylog.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;

/** A Squid process on a free port of 127.0.0.1. Every user whose password is {@code right} may use it. */
final class LoopbackSquid implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Process process;
    private final BufferedReader messages;
    private final int port;
    private final Path log;

    private LoopbackSquid(Process process, int port, Path log) {
        this.process = process;
        this.messages = process.inputReader();
        this.port = port;
        this.log = log;
    }

    static LoopbackSquid start(Path program, Path folder) throws IOException {
        // Started by root, Squid goes on as another user, who must be able to come here and write.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path helper = Files.writeString(
                folder.resolve("helper.sh"),
                "while read -r user password; do [ \"$password\" = right ] && echo OK || echo ERR; done\n");
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        Path log = folder.resolve("access.log");
        Path settings = Files.writeString(folder.resolve("squid.conf"), """
                http_port 127.0.0.1:%d
                visible_hostname loopback
                auth_param basic program /bin/sh %s
                auth_param basic children 1 startup=1
                auth_param basic realm test
                auth_param basic casesensitive on
                acl known proxy_auth REQUIRED
                http_access allow known
                http_access deny all
                access_log stdio:%s squid
                cache_log /dev/null
                cache deny all
                cache_mem 8 MB
                coredump_dir %s
                netdb_filename none
                pid_filename none
                pinger_enable off
                shutdown_lifetime 0 seconds
                """.formatted(port, helper, log, folder));
        Process process = new ProcessBuilder(program.toString(), "-N", "-d", "1", "-f", settings.toString())
                .redirectErrorStream(true)
                .start();
        LoopbackSquid squid = new LoopbackSquid(process, port, log);
        squid.awaitReady();
        return squid;
    }

    /** Fetches a URL and reads the answer to its end. */
    void get(String url, String user, String password) throws IOException {
        exchange("GET " + url + " HTTP/1.1\r\nHost: origin\r\n" + authorization(user, password)
                + "Connection: close\r\n\r\n");
    }

    /** Opens a tunnel and closes it after Squid has said that it stands. */
    void connect(String authority, String user, String password) throws IOException {
        try (Socket socket = open()) {
            send(socket, "CONNECT " + authority + " HTTP/1.1\r\n" + authorization(user, password) + "\r\n");
            byte[] start = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
            if (!new String(start, StandardCharsets.US_ASCII).endsWith("200")) {
                throw new IOException("Squid refused the tunnel.");
            }
        }
    }

    /** Sends what is no HTTP. */
    void sendNonsense() throws IOException {
        exchange("\u0001\u0002 nonsense\r\n\r\n");
    }

    /** Stops Squid, which writes its log to the end. */
    Path stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
        return log;
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        messages.close();
    }

    private void awaitReady() throws IOException {
        StringBuilder said = new StringBuilder();
        String line = messages.readLine();
        while (line != null && !line.contains("Accepting HTTP Socket connections")) {
            said.append(line).append('\n');
            line = messages.readLine();
        }
        if (line == null) {
            throw new IOException("Squid did not start: " + said);
        }
    }

    private void exchange(String request) throws IOException {
        try (Socket socket = open()) {
            send(socket, request);
            try (InputStream answer = socket.getInputStream()) {
                answer.readAllBytes();
            }
        }
    }

    /** Squid says that it accepts connections a moment before it does, so a refusal is not final at once. */
    private Socket open() throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return new Socket(InetAddress.getByName("127.0.0.1"), port);
            } catch (ConnectException e) {
                if (System.nanoTime() > deadline || !process.isAlive()) {
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }

    private static void send(Socket socket, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private static String authorization(String user, String password) {
        if (user == null) {
            return "";
        }
        byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Proxy-Authorization: Basic " + Base64.getEncoder().encodeToString(credentials) + "\r\n";
    }
}
