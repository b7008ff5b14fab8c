package io.orderflow.query.ordersearch;

import org.springframework.test.context.ActiveProfiles;

@ActiveProfiles("postgres")
class OrderSearchEndpointOnPostgresTest extends OrderSearchEndpointTest {}
