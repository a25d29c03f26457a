package org.modicum.pipeline.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.modicum.pipeline.settings.S3Settings;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * An S3 server (Adobe's S3Mock) as a process of its own, and before it a gate that can refuse requests. Its clients find
 * their credentials in system properties for as long as it is open.
 */
public final class S3Server implements AutoCloseable {
    public static final String SECRET = "a-secret-that-no-output-may-show";

    private static final Path JAR = Path.of("target/s3-server/s3mock.jar");
    private static final Pattern PORT = Pattern.compile("([0-9]+) \\(http\\)");
    private static final Set<String> HEADERS_OF_A_CONNECTION =
            Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding");

    private final Process process;
    private final int port;
    private final HttpServer gate;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile Predicate<HttpExchange> refusal = request -> false;
    private volatile Predicate<HttpExchange> lie = request -> false;
    private volatile String lieTold = "";

    private S3Server(Process process, int port) throws IOException {
        this.process = process;
        this.port = port;
        // Otherwise the JDK's server waits 40 ms for more before it sends what it has.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.gate = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gate.createContext("/", this::pass);
        gate.setExecutor(threads);
        gate.start();
        System.setProperty("aws.accessKeyId", "somebody");
        System.setProperty("aws.secretAccessKey", SECRET);
    }

    /** @param files where the server keeps what it is given */
    public static S3Server start(Path files) throws IOException {
        Assumptions.assumeTrue(Files.exists(JAR), () -> JAR + " is not there: Maven copies it before the tests");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-jar",
                        JAR.toString(),
                        "--server.port=0",
                        "--com.adobe.testing.s3mock.httpPort=0",
                        "--com.adobe.testing.s3mock.store.root=" + Files.createDirectories(files))
                .redirectErrorStream(true)
                .start();
        BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        StringBuilder said = new StringBuilder();
        int port = 0;
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            Matcher found = PORT.matcher(line);
            port = found.find() ? Integer.parseInt(found.group(1)) : port;
            if (line.contains("Started S3MockApplication")) {
                Thread drain = new Thread(() -> output.lines().forEach(more -> {}), "s3mock");
                drain.setDaemon(true);
                drain.start();
                return new S3Server(process, port);
            }
        }
        throw new IllegalStateException("The S3 server did not start:\n" + said);
    }

    /** Where the gate is. */
    public URI endpoint() {
        return URI.create("http://localhost:" + gate.getAddress().getPort());
    }

    public S3Settings settings() {
        return new S3Settings(Optional.of(endpoint()), Optional.of("eu-west-2"), true);
    }

    /** Past the gate. */
    public S3Client client() {
        return Clients.plain(
                new S3Settings(Optional.of(URI.create("http://localhost:" + port)), Optional.of("eu-west-2"), true));
    }

    /** From now on requests like this get 200 and this body. */
    public void lie(Predicate<HttpExchange> about, String body) {
        this.lieTold = body;
        this.lie = about;
    }

    /** From now on all requests pass. */
    public void pass() {
        refuse(request -> false);
        lie(request -> false, "");
    }

    /** From now on requests like this get 403, and are counted. */
    public void refuse(Predicate<HttpExchange> refusal) {
        this.refused.set(0);
        this.refusal = refusal;
    }

    public int refused() {
        return refused.get();
    }

    @Override
    public void close() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        gate.stop(0);
        threads.shutdown();
        // Unlike the process's own method this leaves its output to be read to the end.
        process.toHandle().destroy();
    }

    private void pass(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (refusal.test(exchange)) {
            refused.incrementAndGet();
            answer(exchange, 403, "<Error><Code>AccessDenied</Code><Message>No</Message></Error>".getBytes(UTF_8));
            return;
        }
        if (lie.test(exchange)) {
            answer(exchange, 200, lieTold.getBytes(UTF_8));
            return;
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!HEADERS_OF_A_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            response.headers().map().forEach((name, values) -> {
                if (!HEADERS_OF_A_CONNECTION.contains(name)
                        || exchange.getRequestMethod().equals("HEAD")) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            answer(exchange, response.statusCode(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
