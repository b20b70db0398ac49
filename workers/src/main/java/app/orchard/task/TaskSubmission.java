package app.orchard.task;

import app.orchard.staff.Staff;
import java.util.Map;

/** A filled-in form: values by the keys of its fields, checked against the form. */
public record TaskSubmission(Task task, Map<String, Object> values, Staff by) {}
