package io.orderflow.query.stocklevels;

import org.springframework.test.context.ActiveProfiles;

@ActiveProfiles("postgres")
class StockLevelsProjectionOnPostgresTest extends StockLevelsProjectionTest {}
