package io.orderflow.system;

class OrderLifeE2E extends OrderLife {

    @Override
    Services start() {
        return Services.start(data);
    }
}
