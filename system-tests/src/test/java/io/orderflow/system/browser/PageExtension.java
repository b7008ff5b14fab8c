package io.orderflow.system.browser;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One installation and one browser for all tests of the page; after each of them the browser must have had no error. */
final class PageExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback {

    private static final Namespace PAGE = Namespace.create(PageExtension.class);
    private static final AtomicBoolean SAID = new AtomicBoolean();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Chromium.isThere() || Chromium.isRequired()) {
            return ConditionEvaluationResult.enabled("there is a browser, or must be one");
        }
        String reason = "The tests of the page are skipped: there is no Chromium with its chromedriver on the PATH.";
        if (SAID.compareAndSet(false, true)) {
            System.out.println(reason);
        }
        return ConditionEvaluationResult.disabled(reason);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Page.class || type == Shop.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Store shared = context.getRoot().getStore(PAGE);
        Shop shop = shared.computeIfAbsent(Shop.class, type -> Shop.open(Path.of("target", "page")), Shop.class);
        if (parameter.getParameter().getType() == Shop.class) {
            return shop;
        }
        return shared.computeIfAbsent(
                Page.class,
                type -> new Page(Chromium.start(), shop.services().query.url()),
                Page.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Page page = context.getRoot().getStore(PAGE).get(Page.class, Page.class);
        if (page != null) {
            page.mustHaveHadNoErrors();
        }
    }
}
