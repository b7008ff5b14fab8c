package io.orderflow.query.platform.freshness;

import io.orderflow.api.error.ErrorCode;
import io.orderflow.platform.problem.ProblemException;
import io.orderflow.query.platform.generation.LiveGenerations;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses reads of a model that this version of the service has yet to build: there are no tables to read. */
@Component
class NotBuiltYet implements HandlerInterceptor {

    private final ObjectProvider<LiveGenerations> generations; // looked up late, as by FreshnessInterceptor

    NotBuiltYet(ObjectProvider<LiveGenerations> generations) {
        this.generations = generations;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        ReadsModel reads =
                handler instanceof HandlerMethod method ? method.getMethodAnnotation(ReadsModel.class) : null;
        if (reads != null && generations.getObject().live(reads.value()).isEmpty()) {
            throw new ProblemException(
                    ErrorCode.UNAVAILABLE, reads.value() + " is being built for this version of the service");
        }
        return true;
    }
}
