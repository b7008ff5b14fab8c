package io.orderflow.query.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.webjars.WebJarVersionLocator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which file a browser takes for the name of a library: those of the WebJars on the class path, in their versions. The
 * addresses hold the versions, so a browser may keep the files for ever.
 */
final class ImportMap {

    private static final WebJarVersionLocator VERSIONS = new WebJarVersionLocator();

    /** What the page is made with. */
    private static final List<Library> LIBRARIES = List.of(
            new Library("lit", "lit", "index.js"),
            new Library("lit-html", "lit-html", "lit-html.js"),
            new Library("lit-element", "lit-element", "index.js"),
            new Library("@lit/reactive-element", "lit__reactive-element", "reactive-element.js"),
            new Library("chart.js", "chart.js", "dist/chart.js"),
            new Library("@kurkle/color", "kurkle__color", "dist/color.esm.js"));

    private ImportMap() {}

    /** The names of the WebJars whose files it leads to. */
    static List<String> webJars() {
        return LIBRARIES.stream().map(Library::webJar).toList();
    }

    /** As a browser reads it. */
    static String json() {
        Map<String, String> imports = new LinkedHashMap<>();
        LIBRARIES.forEach(library -> {
            String folder = library.folder();
            imports.put(library.name(), folder + library.main());
            imports.put(library.name() + "/", folder);
        });
        return new JsonMapper().writeValueAsString(Map.of("imports", imports));
    }

    private record Library(String name, String webJar, String main) {

        private String folder() {
            String version = VERSIONS.version(webJar);
            if (version == null) {
                throw new IllegalStateException("the WebJar " + webJar + " is not on the class path");
            }
            return "/webjars/" + webJar + "/" + version + "/";
        }
    }
}
