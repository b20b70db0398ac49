package app.orchard.staff;

/**
 * Somebody of the team, as the founder sees them.
 *
 * @param active whether they may log in
 * @param phones on how many they are logged in as a driver
 */
public record StaffMember(Staff staff, boolean active, int phones) {}
