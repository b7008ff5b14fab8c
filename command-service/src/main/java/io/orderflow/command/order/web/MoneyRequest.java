package io.orderflow.command.order.web;

import io.orderflow.api.money.Money;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;

/**
 * A unit price as a channel sends it.
 *
 * @param amount plain decimal digits, from 0 to 1000000000, at most six decimals: a string, never a number
 * @param currency ISO 4217 code; that of the order
 */
record MoneyRequest(@NotNull @UnitPrice String amount, @NotNull @CurrencyCode String currency) {

    Money toMoney() {
        return new Money(new BigDecimal(amount), currency);
    }
}
