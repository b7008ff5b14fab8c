package io.orderflow.query.orderhistory;

import org.springframework.test.context.ActiveProfiles;

@ActiveProfiles("postgres")
class OrderVersionsOnPostgresTest extends OrderVersionsTest {}
