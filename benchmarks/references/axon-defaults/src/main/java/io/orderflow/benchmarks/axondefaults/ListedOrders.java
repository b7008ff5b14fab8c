package io.orderflow.benchmarks.axondefaults;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ListedOrders extends JpaRepository<ListedOrder, UUID> {}
