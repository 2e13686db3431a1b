package dev.lookout.conformance;

import dev.lookout.conformance.Outcome.Verdict;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes outcomes down: a line for a terminal, a JSON document, a Markdown page. */
final class Report {
    private Report() {}

    /** One line; a failure has two more. */
    static String line(Outcome outcome) {
        Scenario scenario = outcome.scenario();
        String head = "%-7s  %-28s  %s".formatted(word(outcome.verdict()), scenario.id(), scenario.title());
        return switch (outcome.verdict()) {
            case PASS -> head;
            case SKIPPED -> head + "  (" + outcome.why() + ")";
            case FAIL ->
                head + "  (step " + outcome.step() + ")\n           expected  " + outcome.expected()
                        + "\n           got       " + outcome.got();
        };
    }

    static String summary(List<Outcome> outcomes) {
        return "%d scenarios: %d passed, %d failed, %d skipped"
                .formatted(
                        outcomes.size(),
                        count(outcomes, Verdict.PASS),
                        count(outcomes, Verdict.FAIL),
                        count(outcomes, Verdict.SKIPPED));
    }

    static String json(String target, List<Outcome> outcomes) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("target", target);
        for (Verdict verdict : Verdict.values()) {
            report.put(verdict.name().toLowerCase(Locale.ROOT), count(outcomes, verdict));
        }
        ArrayNode all = report.putArray("scenarios");
        for (Outcome outcome : outcomes) {
            ObjectNode one = all.addObject();
            one.put("id", outcome.scenario().id());
            one.put("title", outcome.scenario().title());
            ArrayNode covers = one.putArray("covers");
            outcome.scenario().covers().forEach(covers::add);
            one.put("verdict", outcome.verdict().name().toLowerCase(Locale.ROOT));
            if (outcome.verdict() == Verdict.FAIL) {
                one.put("step", outcome.step());
                one.put("expected", outcome.expected());
                one.put("got", outcome.got());
            }
            if (!outcome.why().isEmpty()) {
                one.put("why", outcome.why());
            }
            one.put("millis", outcome.millis());
        }
        return Json.pretty(report) + "\n";
    }

    static String markdown(String target, List<Outcome> outcomes) {
        var page = new StringBuilder("# Conformance of " + target + "\n\n" + summary(outcomes) + "\n\n");
        page.append("| | scenario | covers | remarks |\n| --- | --- | --- | --- |\n");
        for (Outcome outcome : outcomes) {
            String remarks = outcome.verdict() == Verdict.FAIL
                    ? "step " + outcome.step() + ": expected " + outcome.expected() + ", got " + outcome.got()
                    : outcome.why();
            page.append("| ")
                    .append(word(outcome.verdict()))
                    .append(" | `")
                    .append(outcome.scenario().id())
                    .append("` ")
                    .append(cell(outcome.scenario().title()))
                    .append(" | ")
                    .append(String.join(", ", outcome.scenario().covers()))
                    .append(" | ")
                    .append(cell(remarks))
                    .append(" |\n");
        }
        return page.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;");
    }

    private static long count(List<Outcome> outcomes, Verdict verdict) {
        return outcomes.stream().filter(one -> one.verdict() == verdict).count();
    }

    private static String word(Verdict verdict) {
        return verdict == Verdict.FAIL ? "FAIL" : verdict.name().toLowerCase(Locale.ROOT);
    }
}
