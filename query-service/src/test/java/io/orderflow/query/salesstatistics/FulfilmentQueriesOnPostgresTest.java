package io.orderflow.query.salesstatistics;

import org.springframework.test.context.ActiveProfiles;

@ActiveProfiles("postgres")
class FulfilmentQueriesOnPostgresTest extends FulfilmentQueriesTest {}
