package io.orderflow.query.platform.generation;

import org.springframework.test.context.ActiveProfiles;

@ActiveProfiles("postgres")
class TokenTableOnPostgresTest extends TokenTableTest {}
