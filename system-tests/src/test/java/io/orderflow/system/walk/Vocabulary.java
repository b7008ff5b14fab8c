package io.orderflow.system.walk;

import io.orderflow.client.Address;
import java.util.List;
import java.util.Random;

/** The words that a walk chooses from. */
final class Vocabulary {

    static final List<String> NAMES = List.of(
            "Zoë Ångström", "Łukasz Żółć", "Ñandú García", "François Côté", "李小龍", "Ada O'Brien", "Jürgen Groß");
    static final List<String> PRODUCTS = List.of(
            "Bücherregal", "Crème brûlée set", "Smörgåsbord tray", "Desk", "Lámpara de pie", "Sofa & more", "Żyrandol");
    private static final List<List<String>> CITIES = List.of(
            List.of("Köln", "DE"), List.of("São Paulo", "BR"), List.of("Kraków", "PL"), List.of("Zürich", "CH"));
    static final List<String> REASONS =
            List.of("changed my mind", "too late", "found it cheaper", "besteld per ongeluk: één te veel");
    static final List<String> CURRENCIES = List.of("EUR", "EUR", "EUR", "USD", "JPY", "KWD");

    private Vocabulary() {}

    static Address address(Random random) {
        List<String> city = CITIES.get(random.nextInt(CITIES.size()));
        return new Address(
                NAMES.get(random.nextInt(NAMES.size())),
                "Straße " + random.nextInt(90),
                String.valueOf(10_000 + random.nextInt(999)),
                city.get(0),
                random.nextInt(3) == 0 ? "Région " + random.nextInt(3) : null,
                city.get(1));
    }
}
