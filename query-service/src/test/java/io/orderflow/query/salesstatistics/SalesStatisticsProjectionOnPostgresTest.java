package io.orderflow.query.salesstatistics;

import org.springframework.test.context.ActiveProfiles;

@ActiveProfiles("postgres")
class SalesStatisticsProjectionOnPostgresTest extends SalesStatisticsProjectionTest {}
