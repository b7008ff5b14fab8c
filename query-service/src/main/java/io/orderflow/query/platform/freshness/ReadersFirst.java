package io.orderflow.query.platform.freshness;

import io.orderflow.query.platform.generation.BuildingPermits;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Has read models be built more slowly while others are read. */
@Component
class ReadersFirst implements HandlerInterceptor {

    private final ObjectProvider<BuildingPermits> building; // looked up late, as by FreshnessInterceptor

    ReadersFirst(ObjectProvider<BuildingPermits> building) {
        this.building = building;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && method.hasMethodAnnotation(ReadsModel.class)) {
            building.ifAvailable(BuildingPermits::readersCame);
        }
        return true;
    }
}
