package app.orchard.task;

import app.orchard.engine.Engine;
import app.orchard.engine.EngineModels;
import app.orchard.shared.Changes;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.staff.StaffAccounts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tasks of people. Everybody sees those assigned to them and those of their groups that are assigned to nobody; a
 * founder sees all.
 */
@Service
@Transactional(readOnly = true)
public class Tasks {

    private static final Duration LONGEST_SNOOZE = Duration.ofDays(60);

    private final TaskTable table;
    private final EngineModels models;
    private final FormParser forms;
    private final Map<String, TaskHandler> handlers;
    private final Map<String, TaskSubject> subjects;
    private final StaffAccounts accounts;
    private final Engine engine;
    private final Changes changes;
    private final Clock clock;

    Tasks(
            TaskTable table,
            EngineModels models,
            FormParser forms,
            List<TaskHandler> handlers,
            List<TaskSubject> subjects,
            StaffAccounts accounts,
            Engine engine,
            Changes changes,
            Clock clock) {
        this.table = table;
        this.models = models;
        this.forms = forms;
        this.handlers = handlers.stream().collect(Collectors.toMap(TaskHandler::element, Function.identity()));
        this.subjects = subjects.stream().collect(Collectors.toMap(TaskSubject::element, Function.identity()));
        this.accounts = accounts;
        this.engine = engine;
        this.changes = changes;
        this.clock = clock;
    }

    /** What needs this person now, the most urgent first. */
    public List<Task> inbox(Staff by, int limit) {
        return table.openFor(by, limit);
    }

    /** What they put off, the next to come back first. */
    public List<Task> snoozed(Staff by, int limit) {
        return table.snoozedBy(by, limit);
    }

    /** What was done lately, the latest first: by anybody for a founder, by themselves for others. */
    public List<DoneTask> done(Staff by, int limit) {
        return by.is(Role.FOUNDER) ? table.done(limit) : table.doneBy(by, limit);
    }

    /** Those of certain steps, however much else needs this person. */
    public List<Task> inbox(Set<String> elements, Staff by, int limit) {
        return table.openFor(by, elements, limit);
    }

    public int count(Staff by) {
        return table.countFor(by);
    }

    /** @param midnight when today ends */
    public TaskLoad load(Instant now, Instant midnight, Staff by) {
        return table.loadOf(now, midnight, by);
    }

    /** @throws Refusal CONFLICT {@code task-gone} or {@code task-done}, FORBIDDEN */
    public Task get(long key, Staff by) {
        return table.open(key, by).map(task -> checked(task, by)).orElseThrow(() -> table.notOpen(key));
    }

    /** What it is about, for people; nothing when its order says it. */
    public Optional<String> about(Task task) {
        return Optional.ofNullable(subjects.get(task.element())).flatMap(subject -> subject.sentence(task));
    }

    /** The open ones. */
    public List<Task> ofOrder(OrderId order) {
        return table.openOf(order);
    }

    /** @throws Refusal CONFLICT {@code task-claimed} when somebody else did */
    @Transactional
    public Task claim(long key, Staff by) {
        get(key, by);
        String owner = table.claim(key, by);
        if (!owner.equals(by.login())) {
            throw claimed(owner);
        }
        changes.announce("tasks");
        return get(key, by);
    }

    /** Gives a claimed task back; a founder may take it from somebody. */
    @Transactional
    public Task release(long key, Staff by) {
        Task task = get(key, by);
        refuseIfClaimedByAnother(task, by);
        table.release(key);
        changes.announce("tasks");
        return get(key, by);
    }

    /**
     * Whom of the team it can be handed to: those who may do it. Nobody, when it is not this person's to give or its
     * process chose who does it.
     *
     * @throws Refusal as {@link #get}
     */
    public List<Staff> colleagues(long key, Staff by) {
        Task task = get(key, by);
        return task.assignee() != null || isClaimedByAnother(task, by) ? List.of() : colleagues(task, by);
    }

    /**
     * Makes it a colleague's. Who handed it over may take it back.
     *
     * @param login of the colleague
     * @return as it is now
     * @throws Refusal INVALID {@code not-their-task} when they may not do it; CONFLICT {@code task-assigned} when its
     *     process chose who does it, {@code task-gone}, {@code task-done}, {@code task-claimed}; FORBIDDEN
     */
    @Transactional
    public Task handOver(long key, String login, Staff by) {
        Task task = locked(key, by);
        refuseIfClaimedByAnother(task, by);
        if (task.assignee() != null) {
            throw Refusal.conflict(
                    "task-assigned",
                    "“%s” goes with the tour of %s: give the tour to another driver."
                            .formatted(task.name(), task.assignee()));
        }
        if (colleagues(task, by).stream().noneMatch(each -> each.login().equals(login))) {
            throw Refusal.invalid("not-their-task", "“" + task.name() + "” cannot be handed to " + login + ".");
        }
        table.handOver(key, login, task.claimedBy(), by);
        table.wakeForAll(key);
        changes.announce("tasks");
        return get(key, by);
    }

    /**
     * Whose it was before this person handed it over, it is again.
     *
     * @return as it is now
     * @throws Refusal CONFLICT {@code task-not-handed} when it went another way since; otherwise as {@link #get}
     */
    @Transactional
    public Task takeBack(long key, Staff by) {
        Task task = locked(key, by);
        if (!by.login().equals(task.handedBy())) {
            throw Refusal.conflict("task-not-handed", "“" + task.name() + "” cannot be taken back any more.");
        }
        table.takeBack(key);
        table.wakeForAll(key);
        changes.announce("tasks");
        return get(key, by);
    }

    /**
     * Out of this person's inbox for a while; everybody else still sees it. It comes back when it is due, when it goes
     * from hand to hand, and when they {@link #wake} it. Again: another time.
     *
     * @param until at most 60 days from now
     * @return as this person has it now; {@code snoozedUntil} is not after it is due
     * @throws Refusal INVALID {@code snooze-time}; CONFLICT {@code task-overdue}; otherwise as {@link #get}
     */
    @Transactional
    public Task snooze(long key, Instant until, Staff by) {
        Task task = locked(key, by);
        Instant now = clock.instant();
        Instant dueAt = task.dueAt();
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_SNOOZE))) {
            throw Refusal.invalid("snooze-time", "Please choose a time within the next 60 days.");
        }
        if (dueAt != null && !dueAt.isAfter(now)) {
            throw Refusal.conflict("task-overdue", "“" + task.name() + "” is overdue, so it stays in the inbox.");
        }
        table.snooze(key, dueAt != null && dueAt.isBefore(until) ? dueAt : until, by);
        changes.announce("tasks");
        return get(key, by);
    }

    /** Back into this person's inbox. @throws Refusal as {@link #get} */
    @Transactional
    public Task wake(long key, Staff by) {
        locked(key, by);
        table.wake(key, by);
        changes.announce("tasks");
        return get(key, by);
    }

    /**
     * Exactly once, whoever presses at the same time: checks the values against the form, lets the
     * {@link TaskHandler} apply them, and moves the process on.
     *
     * @throws Refusal INVALID {@code task-form} with {@code fields}; CONFLICT {@code task-gone}, {@code task-done},
     *     {@code task-claimed}; FORBIDDEN; and whatever the handler refuses
     */
    @Transactional
    public void complete(long key, Map<String, Object> submission, Staff by) {
        complete(key, submission, null, by);
    }

    /**
     * For somebody who may not hear of it and send it once more.
     *
     * @param actionId made by the sender; the same person's second submission with it changes nothing
     * @throws Refusal as {@link #complete(long, Map, Staff)}
     */
    @Transactional
    public void complete(long key, Map<String, Object> submission, @Nullable String actionId, Staff by) {
        Optional<Task> open = table.lock(key, by);
        if (open.isEmpty() && actionId != null && table.wasCompleted(key, actionId, by)) {
            return;
        }
        Task task = open.map(found -> checked(found, by)).orElseThrow(() -> table.notOpen(key));
        refuseIfClaimedByAnother(task, by);
        TaskHandler handler = handlers.get(task.element());
        Map<String, Object> values = accepted(form(key), submission);
        if (handler != null) {
            handler.besideTheForm().stream()
                    .filter(beside -> submission.get(beside) != null)
                    .forEach(beside -> values.put(beside, submission.get(beside)));
        }
        table.complete(task, values, actionId, by);
        Map<String, Object> variables =
                handler == null ? values : handler.complete(new TaskSubmission(task, values, by));
        engine.completeJob(key, variables, orderingKey(task));
        changes.announce("tasks");
    }

    /** The open one of an order is somebody else's now; who had claimed it has it no longer. */
    @Transactional
    public void assign(String element, OrderId order, String login) {
        table.assign(element, order, login);
        changes.announce("tasks");
    }

    /** With the choices as they are now. */
    public TaskForm form(long key) {
        return table.formKey(key).flatMap(models::form).map(forms::parse).orElse(TaskForm.NONE);
    }

    private static Map<String, Object> accepted(TaskForm form, Map<String, Object> submission) {
        return form.fields().isEmpty() ? new LinkedHashMap<>(submission) : FormCheck.check(form, submission);
    }

    private static String orderingKey(Task task) {
        OrderId order = task.orderId();
        return order == null ? "task:" + task.key() : order.toString();
    }

    private Task locked(long key, Staff by) {
        return table.lock(key, by).map(task -> checked(task, by)).orElseThrow(() -> table.notOpen(key));
    }

    private List<Staff> colleagues(Task task, Staff by) {
        return accounts.team().stream()
                .filter(each -> mayDo(task, each))
                .filter(each ->
                        !each.login().equals(by.login()) && !each.login().equals(task.claimedBy()))
                .toList();
    }

    private static Task checked(Task task, Staff by) {
        if (!mayDo(task, by)) {
            throw Refusal.forbidden("“" + task.name() + "” is not a task of " + by.name() + ".");
        }
        return task;
    }

    private static boolean mayDo(Task task, Staff who) {
        boolean theirs = task.assignee() == null
                ? who.roles().stream().anyMatch(role -> task.groups().contains(role.group()))
                : task.assignee().equals(who.login());
        return theirs || who.is(Role.FOUNDER);
    }

    private static void refuseIfClaimedByAnother(Task task, Staff by) {
        String owner = task.claimedBy();
        if (owner != null && isClaimedByAnother(task, by)) {
            throw claimed(owner);
        }
    }

    private static boolean isClaimedByAnother(Task task, Staff by) {
        String owner = task.claimedBy();
        return owner != null && !owner.equals(by.login()) && !by.is(Role.FOUNDER);
    }

    private static Refusal claimed(String owner) {
        return Refusal.conflict("task-claimed", owner + " already works on this task.")
                .with("claimedBy", owner);
    }
}
