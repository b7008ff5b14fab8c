package io.orderflow.query.salesstatistics;

import org.springframework.test.context.ActiveProfiles;

@ActiveProfiles("postgres")
class SalesQueriesOnPostgresTest extends SalesQueriesTest {}
