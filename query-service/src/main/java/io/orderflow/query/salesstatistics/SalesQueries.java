package io.orderflow.query.salesstatistics;

import io.orderflow.api.statistics.query.FindSales;
import io.orderflow.api.statistics.query.SalesFigures;
import io.orderflow.api.statistics.query.SalesKey;
import io.orderflow.api.statistics.query.SalesPage;
import io.orderflow.query.platform.paging.Paging;
import io.orderflow.query.platform.projection.TimeSpan;
import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers questions about sales. */
@Component
class SalesQueries {

    private static final TemporalAdjuster MONDAY = TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY);

    private final SalesByDay byDay;
    private final SalesByKey byKey;

    SalesQueries(SalesByDay byDay, SalesByKey byKey) {
        this.byDay = byDay;
        this.byKey = byKey;
    }

    @QueryHandler
    @Transactional(readOnly = true)
    public SalesPage handle(FindSales query) {
        TimeSpan span = new TimeSpan(query.from(), query.to());
        return switch (query.by()) {
            case DAY -> summed(query, span, sales -> SalesKey.ofPeriod(sales.day()));
            case WEEK ->
                summed(query, span, sales -> SalesKey.ofPeriod(sales.day().with(MONDAY)));
            case MONTH ->
                summed(query, span, sales -> SalesKey.ofPeriod(sales.day().withDayOfMonth(1)));
            case STATUS -> summed(query, span, sales -> SalesKey.ofStatus(sales.status()));
            case PRODUCT -> byKey.byProduct(query, span);
            case CUSTOMER -> byKey.byCustomer(query, span);
            case CITY -> byKey.byCity(query, span);
        };
    }

    /** Sums up what is already summed up by day. There are so few entries that a page is cut out of all of them. */
    private SalesPage summed(FindSales query, TimeSpan span, Function<SalesOfDay, SalesKey> key) {
        Map<Entry, Tally> tallies = new TreeMap<>(Entry.IN_ORDER);
        for (SalesOfDay sales : byDay.in(span)) {
            tallies.merge(new Entry(key.apply(sales), sales.currency()), sales.tally(), Tally::plus);
        }
        Paging paging = new Paging(query.page(), query.pageSize());
        long skipped = paging.isReachable() ? paging.offset() : tallies.size();
        List<SalesFigures> items = tallies.entrySet().stream()
                .skip(skipped)
                .limit(paging.pageSize())
                .map(entry -> entry.getValue()
                        .figures(entry.getKey().key(), entry.getKey().currency()))
                .toList();
        return new SalesPage(items, tallies.size(), paging.page(), paging.pageSize(), paging.pagesOf(tallies.size()));
    }

    private record Entry(SalesKey key, String currency) {

        private static final Comparator<Entry> IN_ORDER = Comparator.comparing(
                        (Entry entry) -> entry.key().start(), Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(entry -> entry.key().status(), Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Entry::currency);
    }
}
