package io.orderflow.api.error;

/**
 * Every reason for which the system refuses a request. The name is the stable {@code code} of a problem answer; clients
 * may switch on it. A code is never renamed or reused.
 */
public enum ErrorCode {
    VALIDATION_FAILED(400, "The request is not valid"),
    MALFORMED_REQUEST(400, "The request cannot be read"),
    CROSS_SITE(403, "A page of another site may not do this"),
    NOT_FOUND(404, "There is nothing at this address"),
    ORDER_NOT_FOUND(404, "There is no such order"),
    ORDER_VERSION_NOT_FOUND(404, "The order has no such version yet"),
    ORDER_NOT_CREATED_YET(404, "The order did not exist at that time"),
    LINE_NOT_FOUND(404, "The order has no such line"),
    STOCK_NOT_FOUND(404, "There is no stock of this product"),
    CUSTOMER_NOT_FOUND(404, "There is no such customer"),
    PAYMENT_NOT_FOUND(404, "There is no such payment"),
    PROJECTION_NOT_FOUND(404, "There is no such projection"),
    REPLAY_NOT_FOUND(404, "The projection has not been replayed"),
    SEGMENT_NOT_FOUND(404, "The projection has no such segment"),
    DEAD_LETTER_NOT_FOUND(404, "The projection has no such dead letter"),
    METHOD_NOT_ALLOWED(405, "The address does not take this method"),
    NOT_ACCEPTABLE(406, "The answer cannot be given in the media type asked for"),
    ORDER_ALREADY_EXISTS(409, "An order with this id exists already"),
    LINE_ALREADY_EXISTS(409, "The order has a line with this id already"),
    ORDER_NOT_PENDING(409, "The order can no longer be edited"),
    ORDER_NOT_CANCELLABLE(409, "The order can no longer be cancelled"),
    ORDER_NOT_SHIPPABLE(409, "The order cannot be shipped in its state"),
    ORDER_NOT_DELIVERABLE(409, "The order cannot be marked as delivered in its state"),
    STOCK_ALREADY_REGISTERED(409, "Stock of this product is registered already"),
    STOCK_BELOW_PROMISED(409, "Stock cannot fall below what is reserved and committed"),
    CUSTOMER_ALREADY_REGISTERED(409, "A customer with this id is registered already"),
    CUSTOMER_ERASED(409, "The customer has been erased"),
    PAYMENT_NOT_AUTHORISED(409, "The payment is not authorised"),
    PROJECTION_NOT_RUNNING(409, "The projection does not run"),
    REPLAY_RUNNING(409, "A replay of the projection is running"),
    REPLAY_NOT_RUNNING(409, "No replay of the projection is running"),
    SEGMENT_ELSEWHERE(409, "Another replica works for the segment"),
    REPAIR_FAILED(409, "The part of the read model could not be made anew"),
    SEGMENT_ALONE(409, "The segment has no other to be merged with"),
    DEAD_LETTER_NOT_FIRST(409, "Another dead letter of the sequence comes first"),
    CONCURRENT_CHANGE(409, "Something else changed at the same moment; try again"),
    VERSION_CONFLICT(412, "The version is not the one that was expected"),
    BODY_TOO_LARGE(413, "The request body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The request body must be application/json"),
    IDEMPOTENCY_KEY_REUSED(422, "The idempotency key belongs to another request"),
    LAST_LINE(422, "An order keeps at least one line"),
    TOO_MANY_LINES(422, "The order has too many lines"),
    CURRENCY_MISMATCH(422, "An order has one currency"),
    ORDER_TOTAL_TOO_LARGE(422, "The order's total is too large"),
    SHIPMENT_EXCEEDS_ORDER(422, "More would be shipped than was ordered"),
    STOCK_TOO_LARGE(422, "The stock would be too large"),
    CAPTURE_EXCEEDS_AUTHORISATION(422, "More would be captured than was authorised"),
    REFUND_EXCEEDS_CAPTURE(422, "More would be refunded than was captured"),
    NO_HANDLER(500, "The service has no handler for this message"),
    INTERNAL_ERROR(500, "Something went wrong on our side"),
    OVERLOADED(503, "The service is busy; try again"),
    UNAVAILABLE(503, "The service cannot answer for the moment; try again"),
    OUTCOME_UNKNOWN(504, "The command was not confirmed in time; it may still take effect");

    private final int status;
    private final String title;

    ErrorCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status that goes with this code. */
    public int status() {
        return status;
    }

    /** One sentence for a person, the same for every occurrence. */
    public String title() {
        return title;
    }
}
