package app.orchard.storefront.api;

import app.orchard.staff.Staff;
import app.orchard.task.Task;
import app.orchard.task.TaskForm;
import app.orchard.task.Tasks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/staff/tasks")
@Tag(name = "Staff: tasks", description = "What people have to do")
class StaffTaskController {

    private final Tasks tasks;

    StaffTaskController(Tasks tasks) {
        this.tasks = tasks;
    }

    /** The key is a string: it is larger than numbers of some programs can be. */
    @Schema(name = "Task")
    record TaskResource(
            @Schema(example = "2251799813685307") String key,
            @Schema(example = "userTask_packOrder") String element,
            @Schema(example = "Pack order") String name,
            @Schema(example = "order") String process,
            @Nullable UUID order,
            @Schema(example = "[\"packer\"]") Set<String> groups,

            @Schema(description = "Login of who has to do it", example = "ravi") @Nullable
            String assignee,

            @Schema(description = "Login of who said \"I do it\"", example = "packer") @Nullable
            String claimedBy,

            @Nullable Instant dueAt,
            Instant createdAt,

            @Schema(
                    description = "What a task without an order is about: the id of a run or tour, for example",
                    example = "01a3f2c4-7d58-7b1e-9c40-5e6f7a8b9c0d")
            @Nullable
            String subject,

            @Schema(
                    description = "What a task without an order is about, for people",
                    example = "Run of Tuesday, 10 am, North side")
            @Nullable
            String about) {

        static TaskResource of(Task task, Tasks tasks) {
            return new TaskResource(
                    Long.toString(task.key()),
                    task.element(),
                    task.name(),
                    task.process(),
                    task.orderId() == null ? null : task.orderId().value(),
                    task.groups(),
                    task.assignee(),
                    task.claimedBy(),
                    task.dueAt(),
                    task.createdAt(),
                    task.subject(),
                    tasks.about(task).orElse(null));
        }
    }

    @Schema(name = "TaskWithForm")
    record TaskWithForm(TaskResource task, TaskForm form) {}

    @Operation(summary = "What needs me, the most urgent first")
    @GetMapping
    List<TaskResource> inbox(
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit, @AuthenticationPrincipal Staff by) {
        return tasks.inbox(by, limit).stream()
                .map(task -> TaskResource.of(task, tasks))
                .toList();
    }

    @Operation(summary = "A task with its form")
    @GetMapping("/{key}")
    TaskWithForm task(@PathVariable long key, @AuthenticationPrincipal Staff by) {
        return new TaskWithForm(TaskResource.of(tasks.get(key, by), tasks), tasks.form(key));
    }

    @Operation(summary = "Say \"I do it\"")
    @PostMapping("/{key}/claim")
    TaskResource claim(@PathVariable long key, @AuthenticationPrincipal Staff by) {
        return TaskResource.of(tasks.claim(key, by), tasks);
    }

    @Operation(summary = "Give a task back")
    @PostMapping("/{key}/release")
    TaskResource release(@PathVariable long key, @AuthenticationPrincipal Staff by) {
        return TaskResource.of(tasks.release(key, by), tasks);
    }

    @Operation(
            summary = "Complete a task with the values of its form",
            description = "Once, whoever is first; 409 `task-done` or `task-gone` for the others. "
                    + "Repeating it with its key, not knowing whether it arrived, changes nothing.")
    @PostMapping("/{key}/completion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(
            @PathVariable long key,
            @Parameter(description = "Chosen by you: the same key is the same submission")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Size(min = 1, max = 100)
                    @Nullable
                    String action,
            @RequestBody @Schema(example = "{\"packedBoxes\": 2, \"note\": \"\"}") Map<String, Object> values,
            @AuthenticationPrincipal Staff by) {
        tasks.complete(key, values, action, by);
    }
}
