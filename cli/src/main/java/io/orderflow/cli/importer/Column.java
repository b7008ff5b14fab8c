package io.orderflow.cli.importer;

/** The columns of the file that are read; it may have others, in any order. */
enum Column {
    ROW_ID("Row ID"),
    ORDER_ID("Order ID"),
    ORDER_DATE("Order Date"),
    SHIP_DATE("Ship Date"),
    SHIP_MODE("Ship Mode"),
    CUSTOMER_ID("Customer ID"),
    CUSTOMER_NAME("Customer Name"),
    COUNTRY("Country"),
    CITY("City"),
    STATE("State"),
    POSTAL_CODE("Postal Code"),
    PRODUCT_ID("Product ID"),
    PRODUCT_NAME("Product Name"),
    SALES("Sales"),
    QUANTITY("Quantity");

    private final String header;

    Column(String header) {
        this.header = header;
    }

    String header() {
        return header;
    }
}
