package io.orderflow.query.orderdetails;

import org.springframework.test.context.ActiveProfiles;

@ActiveProfiles("postgres")
class OrderDetailsProjectionOnPostgresTest extends OrderDetailsProjectionTest {}
