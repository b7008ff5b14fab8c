package io.orderflow.query.orderhistory;

import org.springframework.test.context.ActiveProfiles;

@ActiveProfiles("postgres")
class OrderAsOfOnPostgresTest extends OrderAsOfTest {}
