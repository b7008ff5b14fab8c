package io.orderflow.query.platform.openapi;

import io.orderflow.platform.openapi.Exchange;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts a value of the story in the place of each that is another one whenever the examples are asked for. */
final class Masks {

    private static final Map<String, String> VALUES = new LinkedHashMap<>();

    static {
        VALUES.put("\"(asOf|startedAt|endedAt|parkedAt|nextAttemptAt)\":\"[^\"]*\"", "\"$1\":\"2026-03-01T08:00:30Z\"");
        VALUES.put("\"owner\":\"[^\"]*\"", "\"owner\":\"query-service:8081\"");
        VALUES.put(
                "(\"segment\":\\d+,\"position\":-?\\d+),\"replaying\"",
                "$1,\"owner\":\"query-service:8081\",\"replaying\"");
        VALUES.put("\"lagMillis\":\\d+", "\"lagMillis\":0");
        VALUES.put("\"eventsPerSecond\":[\\d.]+", "\"eventsPerSecond\":0.0");
        VALUES.put("\"state\":\"STOPPED\"", "\"state\":\"RUNNING\"");
    }

    private Masks() {}

    /** An answer of a route about projections, as it would be in the story. */
    static Exchange stable(Exchange answer, long head, String letter, String letterInTheStory) {
        String body = answer.body().replace(letter, letterInTheStory);
        for (Map.Entry<String, String> mask : VALUES.entrySet()) {
            body = body.replaceAll(mask.getKey(), mask.getValue());
        }
        if (!body.contains("\"progress\"") || body.contains("\"segments\"")) { // tokens are stored now and then
            body = body.replaceAll("\"position\":-?\\d+", "\"position\":" + head)
                    .replaceAll("\"eventsBehind\":\\d+", "\"eventsBehind\":0");
        }
        return new Exchange(answer.status(), answer.mediaType(), answer.headers(), body);
    }
}
