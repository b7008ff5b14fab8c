package io.orderflow.query.page;

import io.orderflow.platform.digest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The page's own files. Their address holds a digest of them all, so that a browser may keep them for ever and still has
 * new ones with a new version; the time of a file says nothing, it is the same in every reproducible build.
 */
final class PageFiles {

    static final String LOCATION = "classpath:/static/page/";

    private static final int LETTERS_OF_DIGEST = 12;

    private PageFiles() {}

    /** Where they are served, such as {@code /page/0123456789ab}. */
    static String address() throws IOException {
        Resource[] found = new PathMatchingResourcePatternResolver().getResources(LOCATION + "**/*.*");
        List<Resource> files = Arrays.stream(found)
                .sorted(Comparator.comparing(Resource::getDescription))
                .toList();
        if (files.isEmpty()) {
            throw new IOException("the files of the page are missing in " + LOCATION);
        }
        MessageDigest digest = Sha256.begin();
        for (Resource file : files) {
            try (InputStream content = file.getInputStream()) {
                digest.update(content.readAllBytes());
            }
        }
        return "/page/" + HexFormat.of().formatHex(digest.digest()).substring(0, LETTERS_OF_DIGEST);
    }

    /** A text as it is named in a Content-Security-Policy. */
    static String hashSource(String text) {
        return "'sha256-"
                + Base64.getEncoder().encodeToString(Sha256.begin().digest(text.getBytes(StandardCharsets.UTF_8)))
                + "'";
    }
}
