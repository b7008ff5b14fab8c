package io.orderflow.cli.demo;

import io.orderflow.client.Address;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Who buys in the demo shop.
 *
 * @param name the buyer's name
 * @param city where they live
 * @param country ISO 3166 code
 */
record Buyer(String name, String city, String country) {

    static final List<Buyer> ALL = List.of(
            new Buyer("Ada Nowak", "Kraków", "PL"),
            new Buyer("Jürgen Weiß", "Köln", "DE"),
            new Buyer("Claire Dubois", "Lyon", "FR"),
            new Buyer("Marta Silva", "Porto", "PT"),
            new Buyer("Sean O'Brien", "Galway", "IE"),
            new Buyer("Søren Holm", "Aarhus", "DK"),
            new Buyer("Elena Rossi", "Torino", "IT"),
            new Buyer("Priya Nair", "Utrecht", "NL"));

    UUID id() {
        return UUID.nameUUIDFromBytes(("orderflow:demo:customer:" + name).getBytes(StandardCharsets.UTF_8));
    }

    String email() {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replace("ß", "ss")
                .replace("ø", "oe");
        return plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".") + "@example.com";
    }

    Address address(int houseNumber) {
        return new Address(name, "Market Street " + houseNumber, "10" + (100 + houseNumber), city, null, country);
    }
}
