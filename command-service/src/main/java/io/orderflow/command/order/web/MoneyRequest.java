package io.orderflow.command.order.web;

import io.orderflow.api.money.Money;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;

/** A unit price as a channel sends it: the amount is a string. */
record MoneyRequest(@NotNull @UnitPrice String amount, @NotNull @CurrencyCode String currency) {

    Money toMoney() {
        return new Money(new BigDecimal(amount), currency);
    }
}
