package io.orderflow.query.orderlist;

import org.springframework.test.context.ActiveProfiles;

@ActiveProfiles("postgres")
class OrderCountsOnPostgresTest extends OrderCountsTest {}
