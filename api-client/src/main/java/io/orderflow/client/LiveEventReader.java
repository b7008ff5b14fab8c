package io.orderflow.client;

import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts the lines of one connection together to events; what is cut off in the middle is none. */
final class LiveEventReader implements Flow.Subscriber<String> {

    private final Consumer<@Nullable Long> heard;
    private final Consumer<LiveEvent> events;
    private Flow.@Nullable Subscription lines;
    private @Nullable String id;
    private String name = "message";
    private @Nullable String data;

    /**
     * @param heard told of every line, with the milliseconds of a {@code retry:}
     * @param events told of every event
     */
    LiveEventReader(Consumer<@Nullable Long> heard, Consumer<LiveEvent> events) {
        this.heard = heard;
        this.events = events;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        lines = subscription;
        subscription.request(1);
    }

    @Override
    public void onNext(String line) {
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
        heard.accept(field.equals("retry") && value.matches("\\d{1,6}") ? Long.valueOf(value) : null);
        switch (field) {
            case "id" -> id = value;
            case "event" -> name = value;
            case "data" -> data = data == null ? value : data + "\n" + value;
            default -> {
                if (line.isEmpty()) {
                    finish();
                }
            }
        }
        if (lines != null) {
            lines.request(1);
        }
    }

    private void finish() {
        if (data != null) {
            events.accept(new LiveEvent(id, name, data));
        }
        id = null;
        name = "message";
        data = null;
    }

    @Override
    public void onError(Throwable failure) {
        // whoever has connected is told
    }

    @Override
    public void onComplete() {
        // whoever has connected is told
    }
}
