package dev.lookout.gateway.vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The server's numbers and close codes are those of the specification's tables. */
class VigilTablesTest {
    private static final Pattern ROW = Pattern.compile("^ {2}([a-zA-Z0-9]+): \\{(.*)}$", Pattern.MULTILINE);

    /** Closed by the transport, which never hands such text over. */
    private static final String NOT_OURS = "invalidUtf8";

    private static final Map<CloseReason, String> NAMES = Map.ofEntries(
            Map.entry(CloseReason.IDLE, "heartbeatTimeout"),
            Map.entry(CloseReason.SHUTDOWN, "shutdown"),
            Map.entry(CloseReason.SLOW_CONSUMER, "slowConsumer"),
            Map.entry(CloseReason.INTERNAL, "internalError"),
            Map.entry(CloseReason.INVALID_KEY, "invalidKey"),
            Map.entry(CloseReason.REGISTER_TIMEOUT, "registerTimeout"),
            Map.entry(CloseReason.NOT_REGISTERED, "notRegistered"),
            Map.entry(CloseReason.MALFORMED, "malformed"),
            Map.entry(CloseReason.UNKNOWN_COMMAND, "unknownCommand"),
            Map.entry(CloseReason.WRONG_SESSION, "wrongSession"),
            Map.entry(CloseReason.RATE_LIMITED, "rateLimited"),
            Map.entry(CloseReason.BINARY, "binaryFrame"),
            Map.entry(CloseReason.TOO_BIG, "tooBig"),
            Map.entry(CloseReason.BYE, "unregistered"));

    @Test
    @Tag("VIGIL-D-18")
    @Tag("VIGIL-CLOSE-1")
    void closeCodesAreThoseOfTheTable() throws IOException {
        var ours = new TreeMap<String, String>();
        NAMES.forEach((reason, name) -> ours.put(
                name,
                reason.legacyCode(VigilOptions.defaults()) + " " + reason.extendedCode() + " " + reason.text() + " "
                        + returns(reason)));
        var specified = new TreeMap<String, String>();
        table("x-lookout-close-codes")
                .forEach((name, row) -> specified.put(
                        name,
                        value(row, "code") + " " + value(row, "negotiated") + " " + value(row, "reason") + " "
                                + value(row, "recover")));
        specified.remove(NOT_OURS);

        assertThat(NAMES).containsOnlyKeys(CloseReason.values());
        assertThat(ours).isEqualTo(specified);
    }

    @Test
    @Tag("VIGIL-D-4")
    @Tag("VIGIL-D-11")
    @Tag("VIGIL-D-12")
    void timersAreThoseOfTheTable() throws IOException {
        var limits = VigilLimits.specified();
        var table = table("x-lookout-timers");

        assertThat(limits.registerDeadline()).isEqualTo(millis(table, "registerDeadline"));
        assertThat(limits.idleExpiry()).isEqualTo(millis(table, "idle"));
        assertThat(limits.pingInterval()).isEqualTo(millis(table, "serverPing"));
        assertThat(limits.unregisterGrace()).isEqualTo(millis(table, "leaveGrace"));
        assertThat(limits.shutdownSpread()).isEqualTo(millis(table, "shutdownSpread"));
    }

    @Test
    @Tag("VIGIL-D-16")
    @Tag("VIGIL-D-17")
    void limitsAreThoseOfTheTable() throws IOException {
        var limits = VigilLimits.specified();
        var table = table("x-lookout-limits");

        assertThat(limits.inboundMessageBytes()).isEqualTo(number(table, "inboundMessageBytes", "value"));
        assertThat(limits.outboundMessageBytes()).isEqualTo(number(table, "outboundMessageBytes", "value"));
        assertThat(limits.frames()).isEqualTo(number(table, "inboundFrames", "value"));
        assertThat(limits.frameWindow().toMillis()).isEqualTo(number(table, "inboundFrames", "perMs"));
        assertThat(limits.violations()).isEqualTo(number(table, "violations", "value"));
        assertThat(limits.violationWindow().toMillis()).isEqualTo(number(table, "violations", "perMs"));
        assertThat(limits.queuedMessages()).isEqualTo(number(table, "queuedMessages", "value"));
        assertThat(limits.queuedBytes()).isEqualTo(number(table, "queuedBytes", "value"));
        assertThat(SizeCap.KEPT_DIGITS).isEqualTo(number(table, "truncatedInputDigits", "value"));
        assertThat(RetractedMessages.BLOCKS).isEqualTo(number(table, "rememberedBlocks", "value"));
    }

    /** Whether 1000 to an old client means what the vendor's JavaScript makes of it; the farewell after unregister does not. */
    private static boolean returns(CloseReason reason) {
        return reason != CloseReason.BYE && reason.legacyCode(VigilOptions.defaults()) == 1000;
    }

    private static Duration millis(Map<String, String> table, String name) {
        return Duration.ofMillis(number(table, name, "ms"));
    }

    private static int number(Map<String, String> table, String name, String member) {
        return Integer.parseInt(value(table.getOrDefault(name, "no row " + name), member));
    }

    private static String value(String row, String member) {
        Matcher found = Pattern.compile("(?:^|, )" + member + ": ([^,]*)").matcher(row);
        assertThat(found.find()).as("%s in {%s}", member, row).isTrue();
        return found.group(1);
    }

    /** A table's rows by name; each is on one line. */
    private static Map<String, String> table(String name) throws IOException {
        String document =
                Files.readString(Path.of(System.getProperty("lookout.root", ".."), "spec/vigil/asyncapi.yaml"));
        int start = document.indexOf("\n" + name + ":\n");
        assertThat(start).as(name).isNotNegative();
        int end = document.indexOf("\n\n", start);
        var rows = new TreeMap<String, String>();
        ROW.matcher(document.substring(start, end)).results().forEach(row -> rows.put(row.group(1), row.group(2)));
        assertThat(rows).as(name).isNotEmpty();
        return rows;
    }
}
