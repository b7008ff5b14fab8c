package io.orderflow.query.customers;

import org.springframework.test.context.ActiveProfiles;

@ActiveProfiles("postgres")
class CustomersProjectionOnPostgresTest extends CustomersProjectionTest {}
