package io.orderflow.query.orderlist;

import org.springframework.test.context.ActiveProfiles;

@ActiveProfiles("postgres")
class OrderListProjectionOnPostgresTest extends OrderListProjectionTest {}
