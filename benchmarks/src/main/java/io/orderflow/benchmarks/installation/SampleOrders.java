package io.orderflow.benchmarks.installation;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;

/** Orders as a shop would send them: of skewed customers, cities and products, so that lists and searches have something to find. */
public final class SampleOrders {

    private static final int CUSTOMERS = 1_000;
    private static final int PRODUCTS = 200;
    private static final int LINES = 3;
    private static final List<String> CITIES = List.of(
            "Berlin", "Hamburg", "Kraków", "Lyon", "Porto", "Galway", "Aarhus", "Torino", "Utrecht", "Wien", "Gent");
    private static final List<String> THINGS = List.of("Desk", "Chair", "Lamp", "Shelf", "Teapot", "Kettle", "Tray");
    private static final List<String> KINDS = List.of("oak", "steel", "bamboo", "stoneware", "folding", "large");

    private final SplittableRandom random;

    /** @param random which orders; used up by them */
    public SampleOrders(SplittableRandom random) {
        this.random = random;
    }

    /** The body of a request that creates an order, which stays PENDING. Its id is left to the service. */
    public String next() {
        return next(customer());
    }

    /** The same, of this customer. */
    public String next(UUID customer) {
        StringBuilder body = new StringBuilder(600)
                .append("{\"customerId\":\"")
                .append(customer)
                .append("\",\"currency\":\"EUR\",\"items\":[");
        for (int line = random.nextInt(LINES); line >= 0; line--) {
            body.append(line()).append(line > 0 ? "," : "");
        }
        return body.append("],\"shippingAddress\":{\"recipient\":\"Ada Nowak\",\"street\":\"Market Street 1\",")
                .append("\"postalCode\":\"10115\",\"city\":\"")
                .append(city())
                .append("\",\"country\":\"DE\"}}")
                .toString();
    }

    /** Who orders; few of them often. */
    public UUID customer() {
        return new UUID(0x6f72646572000000L | 0x4000, 0x8000000000000000L | skewed(CUSTOMERS));
    }

    /** Where to. */
    public String city() {
        return CITIES.get(skewed(CITIES.size()));
    }

    /** One product. */
    public Product product() {
        int number = skewed(PRODUCTS);
        String name = THINGS.get(number % THINGS.size()) + " " + KINDS.get(number % KINDS.size()) + " " + number;
        return new Product(
                String.format(Locale.ROOT, "BENCH-%04d", number),
                name,
                String.format(Locale.ROOT, "%d.50", number + 1));
    }

    /** Something to search for: a product, a kind of thing, or a city with one. */
    public String words() {
        return switch (random.nextInt(3)) {
            case 0 -> product().sku();
            case 1 -> product().name();
            default -> THINGS.get(random.nextInt(THINGS.size())) + " " + city();
        };
    }

    /**
     * What is sold.
     *
     * @param sku its number
     * @param name its name
     * @param price of one, in euros
     */
    public record Product(String sku, String name, String price) {}

    private String line() {
        Product product = product();
        return "{\"sku\":\"" + product.sku() + "\",\"productName\":\"" + product.name() + "\",\"quantity\":"
                + (1 + random.nextInt(3)) + ",\"unitPrice\":{\"amount\":\"" + product.price()
                + "\",\"currency\":\"EUR\"}}";
    }

    /** Half of the time one of the first quarter. */
    private int skewed(int size) {
        double share = random.nextDouble();
        return (int) (share * share * size);
    }
}
