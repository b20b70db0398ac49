package app.orchard.settlement;

import java.util.UUID;

/** Published in the transaction in which somebody gives all they carry to somebody else. */
public record CashHandedOver(UUID handover, UUID from) {}
