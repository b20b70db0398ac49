package app.orchard.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script in a repository of its own, with a JDK and a Maven that only write down what they were asked. */
class LauncherTest {

    @TempDir
    Path folder;

    private Path root;
    private final Map<String, String> environment = new TreeMap<>();

    @BeforeEach
    void copyScript() throws IOException {
        root = Files.createDirectories(folder.resolve("repository"));
        Files.copy(Installation.find().root().resolve("orchard"), root.resolve("orchard"));
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        write(root.resolve("workers/src/main/java/Some.java"), "class Some {}");
        write(root.resolve("workers/pom.xml"), "<project/>");
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("HOME", folder.resolve("home").toString());
        environment.put("ORCHARD_SYSTEM_ROOT", folder.resolve("system").toString());
    }

    @Test
    void saysWhatToInstallWhenThereIsNoJdk() throws Exception {
        program("nowhere", "");
        environment.put("PATH", coreutils());
        var answer = run("up");
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.text())
                .contains("needs a JDK, version 25 or newer, and found none")
                .contains("JAVA_HOME");
    }

    @Test
    void passesOverAnOlderJdkAndFindsANewerOneInTheUsualFolders() throws Exception {
        environment.put("JAVA_HOME", jdk("old", "17.0.9").toString());
        jdk("system/usr/lib/jvm/jdk-25", "25.0.1");
        maven("3.9.9");
        assertThat(run("build").text()).contains("Built in");
        assertThat(Files.readString(folder.resolve("maven.log")))
                .contains("jdk-25")
                .contains("-DskipTests package");
    }

    @Test
    void refusesAnUnfitJdkThatWasNamedOnPurpose() throws Exception {
        environment.put("ORCHARD_JAVA_HOME", jdk("old", "17.0.9").toString());
        jdk("system/usr/lib/jvm/jdk-25", "25.0.1");
        var answer = run("up");
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.text()).contains("ORCHARD_JAVA_HOME").contains("no JDK 25");
    }

    @Test
    void saysWhatToInstallWhenMavenIsMissingOrTooOld() throws Exception {
        jdk("system/usr/lib/jvm/jdk-25", "25.0.1");
        environment.put("PATH", coreutils());
        assertThat(run("build").text())
                .contains("needs Maven, version 3.8 or newer")
                .contains("found none");
        maven("3.6.3");
        var answer = run("build");
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.text()).contains("(3.6.3)");
    }

    @Test
    void showsTheEndOfTheLogWhenTheBuildFails() throws Exception {
        jdk("system/usr/lib/jvm/jdk-25", "25.0.1");
        maven("3.9.9", "echo '[ERROR] Some.java: cannot find symbol'; exit 1");
        var answer = run("build");
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.text()).contains("The build failed").contains("cannot find symbol");
    }

    @Test
    void buildsOnlyWhatIsOlderThanItsSources() throws Exception {
        jdk("system/usr/lib/jvm/jdk-25", "25.0.1");
        maven("3.9.9");
        pretendBuilt();
        assertThat(run("demo").text()).doesNotContain("Building");
        Files.setLastModifiedTime(
                root.resolve("workers/src/main/java/Some.java"),
                FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(run("demo").text()).contains("Building");
    }

    @Test
    void handsCommandAndOptionsToTheJar() throws Exception {
        jdk("system/usr/lib/jvm/jdk-25", "25.0.1");
        pretendBuilt();
        assertThat(run("up", "--data", folder.resolve("data").toString(), "--port", "9090")
                        .text())
                .contains("orchard.jar up --data")
                .contains("--port 9090");
    }

    @Test
    void beginsAnewOnlyAfterAsking() throws Exception {
        jdk("system/usr/lib/jvm/jdk-25", "25.0.1");
        pretendBuilt();
        var data = folder.resolve("data");
        var kept = Files.createDirectories(data.resolve("postgresql"));
        for (var refusal : List.of("", "no\n")) {
            var refused = answer(refusal, "up", "--fresh", "--data", data.toString());
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.text())
                    .contains("begin anew? [y/N]")
                    .contains("Nothing was deleted")
                    .doesNotContain("orchard.jar up");
            assertThat(kept).exists();
        }
        assertThat(answer("yes\n", "up", "--fresh", "--data=" + data).text()).contains("up --fresh --data=");
        assertThat(run("up", "--fresh", "--yes", "--data=" + data).text()).contains("up --fresh --data=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ps", "proc", "neither"})
    void keepsWhatARunningProductWasStartedWith(String told) throws Exception {
        jdk("system/usr/lib/jvm/jdk-25", "25.0.1");
        pretendBuilt();
        var unused = root.resolve("target/application/1-1");
        var used = root.resolve("target/application/2-2");
        write(unused.resolve("orchard.jar"), "jar");
        write(used.resolve("orchard.jar"), "jar");
        if (!told.equals("ps")) {
            environment.put("PATH", coreutils());
        }
        if (told.equals("proc")) {
            Files.createSymbolicLink(folder.resolve("system/proc"), Path.of("/proc"));
        }
        var product = new ProcessBuilder("/bin/bash", "-c", "read forever", used + "/orchard.jar").start();
        try {
            assertThat(run("demo").text()).contains("java").contains("demo");
            assertThat(used.resolve("orchard.jar")).exists();
            assertThat(Files.exists(unused)).isEqualTo(told.equals("neither"));

            var data = folder.resolve("data");
            write(data.resolve("lock"), product.pid() + "\n");
            write(root.resolve("workers/src/main/java/Later.java"), "class Later {}");
            Files.setLastModifiedTime(
                    root.resolve("workers/src/main/java/Later.java"),
                    FileTime.from(Instant.now().plusSeconds(60)));
            maven("3.9.9");
            assertThat(run("up", "--data=" + data).text().contains("Building")).isEqualTo(told.equals("neither"));
            assertThat(used.resolve("orchard.jar")).exists();
        } finally {
            product.destroy();
            Files.deleteIfExists(folder.resolve("system/proc"));
        }
    }

    @Test
    void startsTheBrokerWithACopyThatNoBuildReplaces() throws Exception {
        jdk("system/usr/lib/jvm/jdk-25", "25.0.1");
        pretendBuilt();
        var copy = run("up").text().replaceFirst("(?s).*-Dorchard.exporter=(\\S+).*", "$1");
        assertThat(Path.of(copy))
                .startsWith(root.resolve("target/application"))
                .hasSameTextualContentAs(root.resolve("exporter/target/orchard-exporter.jar"));
    }

    @Test
    void sumsUpTestsAndNamesTheReasonsOfTheSkippedOnes() throws Exception {
        jdk("system/usr/lib/jvm/jdk-25", "25.0.1");
        maven("3.9.9", report("workers", "One", "", 0) + report("admin-ui", "Two", "", 0));
        var answer = run("test");
        assertThat(answer.text())
                .contains("Docker is not running")
                .containsPattern("workers +2 +0 +1")
                .endsWith("4 passed, 0 failed, 2 skipped\n");
        assertThat(answer.exit()).isZero();
    }

    @Test
    void failsWhenATestFailedAndSaysWhich() throws Exception {
        jdk("system/usr/lib/jvm/jdk-25", "25.0.1");
        maven("3.9.9", report("workers", "One", "<failure message=\"no\"/>", 1));
        var answer = run("test");
        assertThat(answer.text()).contains("app.One.works").endsWith("1 passed, 1 failed, 1 skipped\n");
        assertThat(answer.exit()).isEqualTo(1);
    }

    @Test
    void failsWhenNothingWasTested() throws Exception {
        jdk("system/usr/lib/jvm/jdk-25", "25.0.1");
        maven("3.9.9", "exit 0");
        assertThat(run("test").exit()).isEqualTo(1);
    }

    private static String report(String module, String name, String outcome, int failures) {
        return """
                mkdir -p %1$s/target/surefire-reports
                cat >%1$s/target/surefire-reports/TEST-%2$s.xml <<'X'
                <testsuite xmlns:xsi="x" name="app.%2$s" time="1" tests="3" errors="0" skipped="1" failures="%4$d">
                  <testcase name="works" classname="app.%2$s">%3$s</testcase>
                  <testcase name="waits" classname="app.%2$s"><skipped message="Docker is not running"/></testcase>
                </testsuite>
                X
                """.formatted(module, name, outcome, failures);
    }

    private record Answer(int exit, String text) {}

    private Answer run(String... arguments) throws Exception {
        return answer("", arguments);
    }

    /** @param typed by the person who is asked */
    private Answer answer(String typed, String... arguments) throws Exception {
        var command =
                new ArrayList<>(List.of("/bin/bash", root.resolve("orchard").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        var process = builder.start();
        try (var keyboard = process.outputWriter()) {
            keyboard.write(typed);
        }
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }

    private Path jdk(String name, String version) throws IOException {
        program(name + "/bin/javac", "");
        program(name + "/bin/java", """
                case "$*" in
                  *-Djarmode=tools*) eval "target=\\${$#}"; mkdir -p "$target"; : >"$target/orchard.jar" ;;
                  *) echo "java $*" ;;
                esac
                """);
        Files.writeString(folder.resolve(name).resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return folder.resolve(name);
    }

    private void maven(String version, String... more) throws IOException {
        program("maven/bin/mvn", """
                if [ "$1" = -v ]; then echo "Apache Maven %s (abc)"; exit 0; fi
                echo "$JAVA_HOME $*" >>%s
                mkdir -p admin-ui/target exporter/target .zeebe
                : >admin-ui/target/orchard.jar
                : >exporter/target/orchard-exporter.jar
                %s
                """.formatted(version, folder.resolve("maven.log"), String.join("\n", more)));
        environment.put("MAVEN_HOME", folder.resolve("maven").toString());
    }

    private void pretendBuilt() throws IOException {
        write(root.resolve("admin-ui/target/orchard.jar"), "jar");
        write(root.resolve("exporter/target/orchard-exporter.jar"), "jar");
        Files.createDirectories(root.resolve(".zeebe"));
    }

    /** A search path with the few programs every system has, and neither java nor mvn. */
    private String coreutils() throws IOException {
        for (var name : List.of(
                "dirname",
                "readlink",
                "grep",
                "sed",
                "head",
                "awk",
                "cat",
                "mkdir",
                "find",
                "sleep",
                "tr",
                "stat",
                "mv",
                "cp",
                "rm",
                "ls")) {
            var program = Files.exists(Path.of("/usr/bin", name)) ? Path.of("/usr/bin", name) : Path.of("/bin", name);
            program("bin/" + name, "exec " + program + " \"$@\"");
        }
        return folder.resolve("bin").toString();
    }

    private void program(String name, String script) throws IOException {
        var file = folder.resolve(name);
        write(file, "#!/bin/sh\n" + script);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
