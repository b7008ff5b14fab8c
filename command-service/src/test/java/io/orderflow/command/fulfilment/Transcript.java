package io.orderflow.command.fulfilment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What happened in a walk, to be read when it fails; put into words only then. */
final class Transcript {

    private final List<List<Object>> lines = new ArrayList<>();

    void clear() {
        lines.clear();
    }

    void add(String what, Object whom) {
        lines.add(List.of(what, whom));
    }

    void add(Object command, Map<String, String> metadata, Object answer) {
        lines.add(List.of(command, metadata, "->", answer));
    }

    @Override
    public String toString() {
        return lines.stream()
                .map(line -> line.stream().map(Object::toString).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }
}
