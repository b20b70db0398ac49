package app.orchard.engine;

import app.orchard.shared.Changes;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person gives the engine a changed model. What is under way keeps the version that it began with. */
@Service
@Transactional
public class ModelDeployments {

    /** Announced when the engine has another version of a model. */
    public static final String TOPIC = "models";

    private static final int LONGEST_COMMENT = 500;

    private final ModelPost post;
    private final ModelLedger ledger;
    private final Changes changes;

    ModelDeployments(ModelPost post, ModelLedger ledger, Changes changes) {
        this.post = post;
        this.ledger = ledger;
        this.changes = changes;
    }

    /**
     * Waits for the engine's answer; it is there for whoever deploys, who wants to know.
     *
     * @param resource the name of the file
     * @param comment what was changed and why, for those who come later
     * @throws Refusal FORBIDDEN, INVALID {@code comment-missing}, {@code model-refused}, UNAVAILABLE {@code engine-away},
     *     {@code engine-unknown}
     */
    public void deploy(String resource, String content, String comment, Staff by) {
        by.require(Role.FOUNDER);
        ledger.record(resource, content, words(comment), by.login());
        post.deploy(Map.of(resource, content));
        changes.announce(TOPIC);
    }

    /** Whether the next start would leave this content in the engine, as far as it was given other content at all. */
    @Transactional(readOnly = true)
    public boolean isWrittenDown(String resource, String content, Staff by) {
        by.require(Role.FOUNDER);
        return ledger.latest().getOrDefault(resource, content).equals(content);
    }

    private static String words(String comment) {
        String words = comment.strip();
        if (words.isEmpty() || words.length() > LONGEST_COMMENT) {
            throw Refusal.invalid(
                    "comment-missing",
                    "Please write down in up to " + LONGEST_COMMENT + " letters what was changed, and why.");
        }
        return words;
    }
}
