package io.orderflow.query.projections;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks after the projections of a replica over HTTP, for tests. */
record Operator(HttpClient http, URI service) {

    private static final JsonMapper JSON = new JsonMapper();

    static Operator at(int port) {
        return new Operator(HttpClient.newHttpClient(), URI.create("http://127.0.0.1:" + port));
    }

    Answer get(String route) {
        return send("GET", route);
    }

    Answer post(String route) {
        return send("POST", route);
    }

    Answer delete(String route) {
        return send("DELETE", route);
    }

    URI uri(String route) {
        return URI.create(service + (route.startsWith("/actuator") ? "" : "/api/v1") + route);
    }

    JsonNode projection(String name) {
        return get("/projections/" + name).body();
    }

    boolean is(String name, String state) {
        return projection(name).path("state").asString("").equals(state);
    }

    private Answer send(String method, String route) {
        try {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(uri(route))
                            .method(method, BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
            return new Answer(response.statusCode(), response, JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    record Answer(int status, HttpResponse<String> response, JsonNode body) {

        String code() {
            return body.path("code").asString("");
        }

        String text(String field) {
            return body.path(field).asString("");
        }
    }
}
