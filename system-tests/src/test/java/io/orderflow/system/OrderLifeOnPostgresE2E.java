package io.orderflow.system;

class OrderLifeOnPostgresE2E extends OrderLifeOfReplicas {

    @Override
    String[] settings() {
        return postgres.settings();
    }
}
