package io.orderflow.query.platform.freshness;

import org.springframework.test.context.ActiveProfiles;

@ActiveProfiles("postgres")
class SharedPositionsOnPostgresTest extends SharedPositionsTest {}
