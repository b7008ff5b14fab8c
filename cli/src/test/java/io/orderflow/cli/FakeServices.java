package io.orderflow.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Both services as far as the command line tools use them, in memory behind one port. An order is confirmed when it has
 * been looked at a few times. State outlives {@link #stop} and {@link #start}, as it does with the real ones.
 */
public final class FakeServices implements AutoCloseable {

    /** What a test may do to a request: let it pass, or lose it or its answer. */
    public enum Fault {
        NONE,
        BUSY,
        LOST_BEFORE,
        LOST_AFTER,
        UNKNOWN_AFTER
    }

    private static final int LOOKS_UNTIL_CONFIRMED = 2;

    static {
        // without it the JDK's server holds each small answer back for 40 ms
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final JsonMapper json = new JsonMapper();
    private final Map<String, ObjectNode> orders = new TreeMap<>();
    private final Map<String, Integer> looks = new TreeMap<>();
    private final Map<String, JsonNode> customers = new TreeMap<>();
    private final Map<String, Long> stock = new TreeMap<>();
    private final Map<String, Answer> remembered = new TreeMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile java.util.function.IntFunction<Fault> faults = number -> Fault.NONE;
    private volatile BiPredicate<String, JsonNode> stuck = (id, order) -> false;
    private @Nullable HttpServer server;
    private int port;

    /** Starts on a free port. */
    public FakeServices() {
        start();
    }

    /** Starts, or starts again on the same port. */
    public void start() {
        try {
            HttpServer starting = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
            starting.createContext("/", this::handle);
            starting.setExecutor(threads);
            starting.start();
            port = starting.getAddress().getPort();
            server = starting;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Is away at once: connections break and new ones are refused. */
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    /** What happens to the request of a number, from 1. */
    public void faults(java.util.function.IntFunction<Fault> which) {
        this.faults = which;
    }

    /** Orders that are never confirmed. */
    public void stuck(BiPredicate<String, JsonNode> which) {
        this.stuck = which;
    }

    /** The arguments that lead the command line tools here. */
    public List<String> arguments() {
        String url = "http://127.0.0.1:" + port;
        return List.of("--command-url=" + url, "--query-url=" + url);
    }

    /** How many requests there were. */
    public int requests() {
        return requests.get();
    }

    /** The orders, as a query would show them. */
    public synchronized List<JsonNode> orders() {
        return List.copyOf(orders.values());
    }

    /** The customers as registered. */
    public synchronized List<JsonNode> customers() {
        return List.copyOf(customers.values());
    }

    /** The keys of the commands that were carried out. */
    public synchronized List<String> keys() {
        return remembered.keySet().stream()
                .map(pathAndKey -> pathAndKey.substring(pathAndKey.lastIndexOf(' ') + 1))
                .toList();
    }

    /** Forgets all keys, as a service that another version of the importer has talked to. */
    public synchronized void forgetKeys() {
        remembered.clear();
    }

    /** Units on hand by SKU. */
    public synchronized Map<String, Long> stock() {
        return Map.copyOf(stock);
    }

    @Override
    public void close() {
        stop();
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Fault fault = faults.apply(requests.incrementAndGet());
        if (fault == Fault.LOST_BEFORE) {
            exchange.close();
            return;
        }
        Answer answer = fault == Fault.BUSY
                ? Answer.problem(503, "OVERLOADED")
                : answer(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getPath().substring("/api/v1".length()),
                        body.length == 0 ? json.createObjectNode() : json.readTree(body),
                        exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        if (fault == Fault.LOST_AFTER) {
            exchange.close();
            return;
        }
        if (fault == Fault.UNKNOWN_AFTER) {
            answer = Answer.problem(504, "OUTCOME_UNKNOWN");
        }
        if (answer.replayed) {
            exchange.getResponseHeaders().set("Idempotent-Replayed", "true");
        }
        byte[] bytes = answer.body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private synchronized Answer answer(String method, String path, JsonNode body, @Nullable String key) {
        if (key == null) {
            return answer(method, path, body);
        }
        Answer known = remembered.get(path + " " + key);
        if (known != null) {
            return new Answer(known.status, known.body, true);
        }
        Answer answer = answer(method, path, body);
        if (answer.status / 100 == 2) {
            remembered.put(path + " " + key, answer);
        }
        return answer;
    }

    private Answer answer(String method, String path, JsonNode body) {
        if (path.equals("/customers")) {
            String id = body.path("customerId").asString();
            return customers.putIfAbsent(id, body) == null
                    ? Answer.done("customerId", id)
                    : Answer.problem(409, "CUSTOMER_ALREADY_REGISTERED");
        }
        if (path.equals("/stock") && method.equals("GET")) {
            return new Answer(200, "{\"items\":[],\"total\":0,\"page\":1,\"pageSize\":100,\"totalPages\":0}");
        }
        if (path.equals("/stock")) {
            String sku = body.path("sku").asString();
            return stock.putIfAbsent(sku, body.path("onHand").asLong()) == null
                    ? Answer.done("sku", sku)
                    : Answer.problem(409, "STOCK_ALREADY_REGISTERED");
        }
        if (path.equals("/orders") && method.equals("GET")) {
            return new Answer(200, "{\"items\":[],\"total\":0,\"page\":1,\"pageSize\":1,\"totalPages\":0}");
        }
        return path.equals("/orders") ? create(body) : aboutOrder(method, path.split("/"), body);
    }

    private Answer create(JsonNode body) {
        String id = body.path("orderId").asString();
        if (orders.containsKey(id)) {
            return Answer.problem(409, "ORDER_ALREADY_EXISTS");
        }
        ObjectNode view = json.createObjectNode();
        view.setAll((ObjectNode) body);
        BigDecimal total = BigDecimal.ZERO;
        List<JsonNode> lines = new ArrayList<>();
        for (JsonNode item : body.path("items")) {
            ObjectNode line = json.createObjectNode();
            line.setAll((ObjectNode) item);
            line.put("shippedQuantity", 0);
            line.set("lineTotal", item.path("unitPrice"));
            lines.add(line);
            total = total.add(new BigDecimal(item.at("/unitPrice/amount").asString())
                    .multiply(BigDecimal.valueOf(item.path("quantity").asInt()))
                    .setScale(2, RoundingMode.HALF_EVEN));
        }
        view.putArray("lines").addAll(lines);
        view.putArray("shipments");
        view.putObject("total").put("amount", total.toPlainString()).put("currency", "USD");
        view.put("status", body.path("place").asBoolean() ? "PLACED" : "PENDING");
        view.put("version", 0).put("itemCount", 0);
        orders.put(id, view);
        return Answer.done("orderId", id);
    }

    private Answer aboutOrder(String method, String[] path, JsonNode body) {
        String id = path[2];
        ObjectNode order = orders.get(id);
        if (order == null) {
            return Answer.problem(404, "ORDER_NOT_FOUND");
        }
        if (method.equals("GET")) {
            boolean ready = looks.merge(id, 1, Integer::sum) >= LOOKS_UNTIL_CONFIRMED && !stuck.test(id, order);
            if (ready && order.path("status").asString().equals("PLACED")) {
                order.put("status", "CONFIRMED");
            }
            return new Answer(200, order.toString());
        }
        if (path[3].equals("shipments")) {
            if (!order.path("status").asString().equals("CONFIRMED")) {
                return Answer.problem(409, "ORDER_NOT_SHIPPABLE");
            }
            order.withArray("shipments").add(body);
            order.put("status", "SHIPPED");
        }
        return Answer.done("orderId", id);
    }

    private record Answer(int status, String body, boolean replayed) {

        Answer(int status, String body) {
            this(status, body, false);
        }

        static Answer problem(int status, String code) {
            return new Answer(status, "{\"code\":\"%s\",\"detail\":\"for a test\"}".formatted(code));
        }

        static Answer done(String idName, String id) {
            return new Answer(200, "{\"%s\":\"%s\",\"version\":0}".formatted(idName, id));
        }
    }
}
