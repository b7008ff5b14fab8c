package io.orderflow.query.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.webjars.WebJarVersionLocator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which file a browser takes for the name of a library: those of the WebJars on the class path, in their versions. The
 * addresses hold the versions, so a browser may keep the files for ever.
 */
final class ImportMap {

    private static final WebJarVersionLocator VERSIONS = new WebJarVersionLocator();

    private ImportMap() {}

    /** As a browser reads it. */
    static String json() {
        Map<String, String> imports = new LinkedHashMap<>();
        library(imports, "lit", "lit", "index.js");
        library(imports, "lit-html", "lit-html", "lit-html.js");
        library(imports, "lit-element", "lit-element", "index.js");
        library(imports, "@lit/reactive-element", "lit__reactive-element", "reactive-element.js");
        library(imports, "chart.js", "chart.js", "dist/chart.js");
        library(imports, "@kurkle/color", "kurkle__color", "dist/color.esm.js");
        return new JsonMapper().writeValueAsString(Map.of("imports", imports));
    }

    private static void library(Map<String, String> imports, String name, String webJar, String main) {
        String version = VERSIONS.version(webJar);
        if (version == null) {
            throw new IllegalStateException("the WebJar " + webJar + " is not on the class path");
        }
        String folder = "/webjars/" + webJar + "/" + version + "/";
        imports.put(name, folder + main);
        imports.put(name + "/", folder);
    }
}
