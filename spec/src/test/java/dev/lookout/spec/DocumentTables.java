package dev.lookout.spec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Checks that the tables for programs (`x-lookout-...`) and the rules name only what there is. */
final class DocumentTables {

    private static final Pattern RULE_ID = Pattern.compile("\\b(?:VITE|VIGIL)-[A-Z]+-[0-9]+\\b");
    private static final Set<String> CASE_FAMILIES = Set.of("CASE", "TOPIC", "S", "C", "B", "V", "D", "ROW");

    private final Documents documents;
    private final List<String> complaints = new ArrayList<>();

    DocumentTables(Documents documents) {
        this.documents = documents;
        rules();
        states("vite/asyncapi.yaml");
        states("vigil/asyncapi.yaml");
        stimuli("vigil/asyncapi.yaml");
        methods("vite/openrpc.json");
        events("vite/openrpc.json");
    }

    List<String> complaints() {
        return complaints;
    }

    /** The ids of all rules. */
    Set<String> ruleIds() {
        var ids = new TreeSet<String>();
        for (String path : List.of("vite/rules.yaml", "vigil/rules.yaml")) {
            for (JsonNode rule : documents.get(path).get("rules")) {
                ids.add(rule.path("id").asString(""));
            }
        }
        return ids;
    }

    private void rules() {
        var seen = new HashSet<String>();
        for (String path : List.of("vite/rules.yaml", "vigil/rules.yaml")) {
            for (JsonNode rule : documents.get(path).get("rules")) {
                String id = rule.path("id").asString("");
                expect(RULE_ID.matcher(id).matches(), path, "rule id " + id + " is not of the form VITE-NAME-1");
                expect(seen.add(id), path, "rule " + id + " is there twice");
                expect(
                        Set.of("must", "should", "ours")
                                .contains(rule.path("level").asString("")),
                        path,
                        id + " has no level");
                expect(
                        rule.path("text").asString("").endsWith(".")
                                || rule.path("text").asString("").endsWith(")"),
                        path,
                        id + " has no sentence");
                expect(rule.has("section"), path, id + " has no section");
            }
        }
        cases();
        for (String path : documents.paths("vite/", "vigil/")) {
            var named = RULE_ID.matcher(documents.get(path).toString());
            while (named.find()) {
                boolean isCase = CASE_FAMILIES.contains(named.group().split("-", 3)[1]);
                expect(
                        isCase || seen.contains(named.group()),
                        path,
                        "names the rule " + named.group() + ", which is not there");
            }
        }
    }

    /** Every numbered case, table row and decision shows some rule, and no rule names one that there is not. */
    private void cases() {
        var shown = new TreeSet<String>();
        for (String path : List.of("vite/rules.yaml", "vigil/rules.yaml")) {
            for (JsonNode rule : documents.get(path).get("rules")) {
                rule.path("cases").forEach(id -> shown.add(id.asString()));
            }
        }
        var numbered = new TreeSet<String>();
        number(numbered, "VITE-CASE-%d", 112);
        number(numbered, "VITE-TOPIC-%d", 15);
        number(numbered, "VIGIL-S-%02d", 42);
        number(numbered, "VIGIL-C-%02d", 18);
        number(numbered, "VIGIL-B-%02d", 32);
        number(numbered, "VIGIL-V-%d", 20);
        number(numbered, "VIGIL-D-%d", 38);
        number(numbered, "VIGIL-ROW-%d", 26);
        for (String id : numbered) {
            expect(shown.contains(id), "rules", "no rule names " + id);
        }
        for (String id : shown) {
            expect(numbered.contains(id), "rules", "a rule names " + id + ", which is not there");
        }
    }

    private static void number(Set<String> ids, String form, int last) {
        for (int i = 1; i <= last; i++) {
            ids.add(String.format(Locale.ROOT, form, i));
        }
    }

    private void states(String path) {
        JsonNode document = documents.get(path);
        Set<String> closes = names(document, "x-lookout-close-codes");
        Set<String> sendable = names(document.path("components"), "messages");
        sendable.addAll(names(document, "x-lookout-commands"));
        Set<String> timers = names(document, "x-lookout-timers");
        for (var machine : document.path("x-lookout-states").properties()) {
            Set<String> states = names(machine.getValue(), "states");
            String where = "machine " + machine.getKey() + ": ";
            expect(states.contains(machine.getValue().path("initial").asString("")), path, where + "no initial state");
            var entered = new HashSet<String>(
                    Set.of(machine.getValue().path("initial").asString("")));
            for (JsonNode step : machine.getValue().path("transitions")) {
                entered.add(step.path("to").asString(""));
                expect(states.contains(step.path("from").asString("")), path, where + "unknown state in " + step);
                expect(states.contains(step.path("to").asString("")), path, where + "unknown state in " + step);
                expect(
                        !step.has("close") || closes.contains(step.get("close").asString()),
                        path,
                        where + "unknown close in " + step);
                expect(
                        !step.has("starts")
                                || timers.contains(step.get("starts").asString()),
                        path,
                        where + "unknown timer in " + step);
                for (JsonNode sent : step.path("sends")) {
                    expect(sendable.contains(sent.asString()), path, where + "unknown message in " + step);
                }
            }
            expect(entered.containsAll(states), path, where + "a state that nothing leads to");
        }
        for (String table : List.of("x-lookout-timers", "x-lookout-limits", "x-lookout-close-codes")) {
            expect(!document.path(table).isEmpty(), path, table + " is missing");
            for (var entry : document.path(table).properties()) {
                expect(entry.getValue().has("rule"), path, table + "." + entry.getKey() + " names no rule");
            }
        }
    }

    private void stimuli(String path) {
        JsonNode document = documents.get(path);
        Set<String> states = names(document.at("/x-lookout-states/server"), "states");
        Set<String> closes = names(document, "x-lookout-close-codes");
        Set<String> commands = names(document, "x-lookout-commands");
        Set<String> errors = names(document, "x-lookout-error-codes");
        int row = 0;
        for (JsonNode stimulus : document.path("x-lookout-stimuli")) {
            expect(stimulus.path("row").asInt() == ++row, path, "row " + row + " is not in its place");
            String state = stimulus.path("state").asString("");
            expect(state.equals("any") || states.contains(state), path, "row " + row + ": unknown state");
            expect(states.contains(stimulus.path("then").asString("")), path, "row " + row + ": unknown next state");
            String reply = stimulus.path("reply").asString("");
            boolean known = reply.equals("none")
                    || commands.contains(reply)
                    || (reply.startsWith("error/") && errors.contains(reply.substring("error/".length())));
            expect(known, path, "row " + row + ": unknown reply " + reply);
            expect(
                    !stimulus.has("close")
                            || closes.contains(stimulus.get("close").asString()),
                    path,
                    "row " + row + ": unknown close");
        }
        Set<String> extensions = names(document, "x-lookout-extensions");
        for (var improvement : document.path("x-lookout-improvements").properties()) {
            for (JsonNode extension : improvement.getValue().path("by")) {
                expect(extensions.contains(extension.asString()), path, improvement.getKey() + ": unknown extension");
            }
        }
        expect(row == 26, path, "the stimulus table has " + row + " rows, not 26");
    }

    private void methods(String path) {
        JsonNode document = documents.get(path);
        Set<String> kinds = names(document, "x-lookout-parameter-kinds");
        Set<String> errors = names(document, "x-lookout-errors");
        Set<String> events = names(document, "x-lookout-events");
        expect(
                errors.equals(names(document.path("components"), "errors")),
                path,
                "x-lookout-errors and components.errors differ");
        var all = new HashSet<String>();
        for (JsonNode method : document.path("methods")) {
            expect(all.add(method.path("name").asString("")), path, method.path("name") + " is there twice");
        }
        for (JsonNode method : document.path("methods")) {
            String name = method.path("name").asString("");
            JsonNode extension = method.path("x-lookout");
            String generation = extension.path("generation").asString("");
            expect(Set.of("v2", "alias", "v1").contains(generation), path, name + " has no generation");
            expect(
                    method.path("deprecated").asBoolean(false) != generation.equals("v2"),
                    path,
                    name + ": deprecated does not fit " + generation);
            expect(all.contains(extension.path("canonicalName").asString("")), path, name + ": unknown canonical name");
            expect(goName(name).equals(extension.path("goName").asString("")), path, name + ": wrong goName");
            expect(
                    extension.path("parameters").size() == method.path("params").size(),
                    path,
                    name + ": parameters and params differ");
            for (JsonNode parameter : extension.path("parameters")) {
                expect(kinds.contains(parameter.path("kind").asString("")), path, name + ": unknown kind of parameter");
            }
            expect(
                    !extension.has("event")
                            || events.contains(extension.get("event").asString()),
                    path,
                    name + ": unknown event");
            for (JsonNode example : extension.path("errorExamples")) {
                JsonNode error = document.path("x-lookout-errors")
                        .path(example.path("error").asString(""));
                boolean fits = Pattern.matches(
                        error.path("message").asString("(?!)"),
                        example.path("message").asString(""));
                expect(fits, path, name + ": an error example does not fit the table: " + example);
            }
        }
        for (var error : document.path("components").path("errors").properties()) {
            JsonNode row = document.path("x-lookout-errors").path(error.getKey());
            expect(
                    row.path("code").asInt(0) == error.getValue().path("code").asInt(1),
                    path,
                    error.getKey() + ": codes differ");
            boolean fits = Pattern.matches(
                    row.path("message").asString("(?!)"),
                    error.getValue().path("message").asString(""));
            expect(fits, path, error.getKey() + ": the message does not fit its pattern");
        }
    }

    private void events(String path) {
        JsonNode document = documents.get(path);
        Set<String> inSchema = new HashSet<>();
        document.at("/components/schemas/EventName/enum").forEach(name -> inSchema.add(name.asString()));
        expect(inSchema.equals(names(document, "x-lookout-events")), path, "EventName and x-lookout-events differ");
        for (var event : document.path("x-lookout-events").properties()) {
            String payload = "schemas/vite/" + event.getValue().path("payload").asString("") + ".json";
            expect(documents.byPath().containsKey(payload), path, event.getKey() + ": no schema " + payload);
        }
    }

    private static String goName(String method) {
        int from = method.indexOf('_') + 1;
        return method.substring(0, from) + Character.toUpperCase(method.charAt(from)) + method.substring(from + 1);
    }

    private static Set<String> names(JsonNode node, String table) {
        return new HashSet<>(node.path(table).propertyNames());
    }

    private void expect(boolean right, String path, String complaint) {
        if (!right) {
            complaints.add(path + ": " + complaint);
        }
    }
}
