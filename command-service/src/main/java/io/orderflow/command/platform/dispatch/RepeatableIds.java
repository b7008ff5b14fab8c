package io.orderflow.command.platform.dispatch;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The ids that a request leaves to us: the same ones when it is repeated with its key, so that the repetition meets what
 * the first attempt has made. Without a key they are UUIDv7: made one after another, they lie side by side in an index.
 */
@Component
final class RepeatableIds implements IdSource {

    private static final String COUNT = RepeatableIds.class.getName();

    @Override
    public UUID next() {
        HttpServletRequest request =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        @Nullable IdempotencyKey key = IdempotencyKey.of(request);
        if (key == null) {
            return UuidCreator.getTimeOrderedEpoch();
        }
        int number = request.getAttribute(COUNT) instanceof Integer count ? count : 0;
        request.setAttribute(COUNT, number + 1);
        return key.id("%s %s %d".formatted(request.getMethod(), request.getRequestURI(), number));
    }
}
