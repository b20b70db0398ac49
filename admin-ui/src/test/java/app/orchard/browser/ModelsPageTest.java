package app.orchard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.orchard.browser.Customer.Ordered;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The process room: what runs is seen, what is changed is looked at, deployed and taken back. */
class ModelsPageTest extends BrowserTest {

    private static final Duration A_WHILE = Duration.ofSeconds(60);

    @Test
    void showsHowManyOrdersAreAtEachStepAndWhichTheyAre() throws IOException {
        Ordered order = Customer.loggedIn(orchard).order("cash");
        for (int width : new int[] {Desk.WIDE, Desk.PHONE}) {
            try (Desk founder = Desk.of(browser, orchard.uri(), "founder", width)) {
                founder.open("/console/models");
                founder.see(founder.find("[data-model='order.bpmn'] .tag:has-text('under way')"));
                founder.shot("models-" + width);
                founder.find("[data-model='order.bpmn'] a").click();
                founder.see(founder.find(".diagram[data-here*='userTask_packOrder='] .token-here"));
                founder.find("[data-step=userTask_packOrder] a").click();
                founder.see(founder.find(".standing a:has-text('" + order.number() + "')"));
                founder.see(founder.find("[data-step=serviceTask_confirmOrder]:has-text(' s')"));
                founder.shot("model-process-" + width);
                fits(founder);
                if (width == Desk.WIDE) {
                    opensWithoutAWarning(founder);
                }
                founder.find(".standing a:has-text('" + order.number() + "')").click();
                founder.see(founder.find("h1:has-text('" + order.number() + "')"));
            }
        }
    }

    @Test
    void saysWhatIsWrongWithAChangedModelAndDoesNotDeployIt() {
        int versions = versions("order.bpmn");
        try (Desk founder = Desk.of(browser, orchard.uri(), "founder", Desk.PHONE)) {
            founder.open("/console/models");
            bring(founder, "order.bpmn", CallCustomer.before().replace("order.confirmOrder", "order.confirm"));
            Locator jobs = founder.find("[data-check=JOBS_HAVE_WORKERS]");
            founder.see(jobs);
            assertThat(jobs).containsText("in the way");
            assertThat(jobs)
                    .containsText("“Confirm order” (serviceTask_confirmOrder) asks for the work “order.confirm”");
            assertThat(founder.find("[data-check=READABLE]")).containsText("fine");
            assertThat(founder.find("vaadin-button.deploy")).isDisabled();
            founder.shot("model-refused-360");
            fits(founder);
        }
        assertThat(versions("order.bpmn")).isEqualTo(versions);
    }

    /** The worked example of docs/analyst-guide.md. */
    @Test
    void deploysATaskToCallTheCustomerOfALargeOrderAndTakesItBack() {
        Ordered before = Customer.loggedIn(orchard).order("cash");
        awaitStep(before, "userTask_packOrder");
        int version = versions("order.bpmn");
        try (Desk founder = Desk.of(browser, orchard.uri(), "founder", Desk.WIDE);
                Desk packer = Desk.of(browser, orchard.uri(), "packer", Desk.WIDE)) {
            founder.open("/console/models");
            bring(founder, "order.bpmn", CallCustomer.after());
            founder.see(founder.find(".deploy-panel:has-text('It may be deployed')"));
            founder.shot("guide-checks");
            founder.find("vaadin-button.deploy").click();
            founder.see(founder.find(".deploy-row vaadin-text-field[invalid]"));
            founder.find(".deploy-row input").fill("Large orders are called first");
            founder.find("vaadin-button.deploy").click();
            founder.see(founder.find("text=order.bpmn is deployed"));
            await().atMost(A_WHILE).until(() -> versions("order.bpmn") == version + 1);
            try {
                // Another customer each: a second open cash order of one customer becomes an online one
                Ordered large = Customer.loggedIn(orchard).order("cash");
                awaitStep(large, "userTask_callCustomer");
                awaitStep(before, "userTask_packOrder");
                packer.open("/console/inbox");
                Locator call = packer.find("a.row:has-text('" + large.number() + "'):has-text('Call customer')");
                packer.see(call);
                founder.open("/console/models/process/order?step=userTask_callCustomer");
                founder.see(founder.find(".diagram[data-here*='userTask_callCustomer=']"));
                founder.see(founder.find(".standing a:has-text('" + large.number() + "')"));
                founder.shot("guide-live");
                packer.shot("guide-inbox");
                call.locator("xpath=..").locator(".one-tap").click();
                awaitStep(large, "userTask_packOrder");
            } finally {
                founder.open("/console/models/process/order");
                Locator older = founder.find(".versions li[data-version='" + version + "']");
                older.locator(".roll-back").click();
                founder.find("vaadin-dialog .confirm").click();
                founder.see(founder.find("vaadin-dialog vaadin-text-field[invalid]"));
                founder.find("vaadin-dialog vaadin-text-field input").fill("Calls took too long");
                founder.find("vaadin-dialog .confirm").click();
                await().atMost(A_WHILE).until(() -> versions("order.bpmn") == version + 2);
            }
            Locator newest = founder.find(".versions li[data-version='" + (version + 2) + "']");
            founder.see(newest);
            assertThat(newest).containsText("Calls took too long");
            assertThat(newest).containsText("founder");
            founder.shot("guide-versions");
            awaitStep(Customer.loggedIn(orchard).order("cash"), "userTask_packOrder");
            founder.open("/console/changes?who=founder");
            founder.see(founder.find(".change-list li:has-text('Calls took too long')"));
        }
    }

    @Test
    void changesATableInPlace() {
        int version = versions("failure-evidence.dmn");
        try (Desk founder = Desk.of(browser, orchard.uri(), "founder", Desk.WIDE)) {
            founder.open("/console/models/decision/failure-evidence");
            Locator reason = founder.find(".decision tbody tr:first-child td.reason input");
            founder.see(reason);
            founder.shot("decision-1280");
            String was = reason.inputValue();
            reason.fill("without quotation marks");
            founder.find("vaadin-button.look:not([disabled])").click();
            founder.see(founder.find("[data-check=REASONS_ARE_TOLD]:has-text('Row 1')"));
            reason.fill("\"A picture of the closed door, please.\"");
            reason.press("Tab");
            founder.see(founder.find(".decision vaadin-text-field.changed"));
            founder.find("vaadin-button.look:not([disabled])").click();
            founder.see(founder.find(".deploy-panel:has-text('It may be deployed')"));
            founder.shot("decision-checked-1280");
            // What was looked at is no longer what is written
            reason.fill("\"A picture of the closed door, please!\"");
            founder.miss(founder.find(".deploy-panel"));
            reason.fill("\"A picture of the closed door, please.\"");
            reason.press("Tab");
            founder.find("vaadin-button.look:not([disabled])").click();
            founder.see(founder.find(".deploy-panel:has-text('It may be deployed')"));
            founder.find(".deploy-row input").fill("Friendlier");
            founder.find("vaadin-button.deploy").click();
            await().atMost(A_WHILE).until(() -> versions("failure-evidence.dmn") == version + 1);
            founder.see(founder.find(".versions li[data-version='" + (version + 1) + "']:has-text('Friendlier')"));

            founder.find(".versions li[data-version='" + version + "'] .roll-back")
                    .click();
            founder.find("vaadin-dialog vaadin-text-field input").fill("As it was");
            founder.find("vaadin-dialog .confirm").click();
            await().atMost(A_WHILE).until(() -> versions("failure-evidence.dmn") == version + 2);
            founder.see(founder.find(".versions li[data-version='" + (version + 2) + "']"));
            assertThat(founder.find(".decision tbody tr:first-child td.reason input"))
                    .hasValue(was);
        }
        try (Desk founder = Desk.of(browser, orchard.uri(), "founder", Desk.PHONE)) {
            founder.open("/console/models/decision/cash-limit");
            founder.see(founder.find(".decision tbody tr"));
            founder.shot("decision-360");
            fits(founder);
        }
    }

    @Test
    void isClosedToOthers() {
        try (Desk packer = Desk.of(browser, orchard.uri(), "packer", Desk.WIDE)) {
            for (String page : new String[] {"models", "models/process/order", "models/decision/cash-limit"}) {
                packer.open("/console/" + page);
                packer.see(packer.find("text=This page is not for your role"));
            }
            assertThat(packer.page()).hasURL(Pattern.compile(".*cash-limit"));
        }
    }

    /** Each model of the product, in the viewer that the page has loaded. */
    private static void opensWithoutAWarning(Desk desk) throws IOException {
        Resource[] models = new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/*.bpmn");
        assertThat(models).hasSizeGreaterThanOrEqualTo(10);
        for (Resource model : models) {
            Object warnings = desk.page().evaluate("""
                    xml => new BpmnJS().importXML(xml).then(
                      result => result.warnings.map(warning => warning.message), failure => [failure.message])""", model.getContentAsString(StandardCharsets.UTF_8));
            assertThat(warnings).as(model.getFilename()).isEqualTo(List.of());
        }
    }

    private static void bring(Desk desk, String name, String content) {
        desk.find("vaadin-upload").waitFor();
        desk.page()
                .locator("vaadin-upload input[type=file]")
                .setInputFiles(
                        new FilePayload(name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8)));
    }

    private static void fits(Desk desk) {
        assertThat((Boolean) desk.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing sticks out")
                .isTrue();
    }

    private int versions(String resource) {
        return orchard.jdbc()
                .sql("select max(version) from engine_model where resource = ?")
                .param(resource)
                .query(Integer.class)
                .single();
    }

    private void awaitStep(Ordered order, String element) {
        await("step " + element)
                .atMost(A_WHILE)
                .until(() -> orchard.jdbc()
                        .sql("""
                        select exists (select from element_position p join process_instance i on i.key = p.instance_key
                          where i.order_id = cast(? as uuid) and p.element = ? and p.state = 'ACTIVE')""")
                        .params(order.id(), element)
                        .query(Boolean.class)
                        .single());
    }
}
