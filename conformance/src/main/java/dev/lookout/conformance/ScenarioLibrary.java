package dev.lookout.conformance;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads the scenarios of the spec. A file holds values that all its scenarios may name and a list of scenarios; a scenario with
 * {@code each} stands for one scenario a row.
 */
final class ScenarioLibrary {
    private static final String HOME = "dev/lookout/spec/scenarios";
    private static final String VALUES = "values.yaml";

    private ScenarioLibrary() {}

    /** The scenarios that come with the spec, by file and place in it. */
    static List<Scenario> ofTheSpec() {
        URL home = ScenarioLibrary.class.getClassLoader().getResource(HOME);
        if (home == null) {
            throw new InvalidScenarioException("no scenarios on the class path: " + HOME);
        }
        try {
            URI uri = home.toURI();
            if (uri.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                    return in(jar.getPath("/" + HOME));
                }
            }
            return in(Path.of(uri));
        } catch (URISyntaxException | IOException e) {
            throw new InvalidScenarioException("the scenarios of the spec cannot be read: " + e, e);
        }
    }

    /** The scenarios in the {@code *.yaml} files of the folders {@code vite} and {@code vigil} of a folder. */
    static List<Scenario> in(Path folder) {
        var all = new ArrayList<Scenario>();
        var ids = new HashSet<String>();
        for (String protocol : List.of("vite", "vigil")) {
            Path files = folder.resolve(protocol);
            Map<String, JsonNode> shared = values(files.resolve(VALUES));
            for (Path file : yamlFiles(files)) {
                if (!String.valueOf(file.getFileName()).equals(VALUES)) {
                    read(protocol, file, shared, all);
                }
            }
        }
        for (Scenario scenario : all) {
            if (!ids.add(scenario.id())) {
                throw new InvalidScenarioException("two scenarios are called " + scenario.id());
            }
        }
        return all;
    }

    static List<Path> yamlFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new InvalidScenarioException(folder + " cannot be read: " + e, e);
        }
    }

    static JsonNode document(Path file) {
        try {
            return Json.yaml(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new InvalidScenarioException(file + " cannot be read: " + e, e);
        }
    }

    private static Map<String, JsonNode> values(Path file) {
        return Files.exists(file) ? members(document(file).path("values")) : Map.of();
    }

    private static Map<String, JsonNode> members(JsonNode object) {
        var all = new LinkedHashMap<String, JsonNode>();
        object.properties().forEach(member -> all.put(member.getKey(), member.getValue()));
        return all;
    }

    private static void read(String protocol, Path file, Map<String, JsonNode> shared, List<Scenario> all) {
        JsonNode document = document(file);
        var common = new LinkedHashMap<>(shared);
        common.putAll(members(document.path("values")));
        for (JsonNode scenario : document.path("scenarios")) {
            String id = scenario.path("id").asString("");
            if (id.isEmpty()) {
                throw new InvalidScenarioException(file + ": a scenario without id");
            }
            JsonNode rows = scenario.path("each");
            if (rows.isMissingNode()) {
                all.add(scenario(protocol, id, scenario.path("title").asString(""), scenario, common));
            }
            for (int row = 0; row < rows.size(); row++) {
                var values = new LinkedHashMap<>(common);
                values.putAll(members(rows.required(row)));
                String title = new Values(values).expand(scenario.path("title").asString(""));
                all.add(scenario(protocol, id + "/" + (row + 1), title, scenario, values));
            }
        }
    }

    private static Scenario scenario(
            String protocol, String id, String title, JsonNode node, Map<String, JsonNode> values) {
        var steps = new ArrayList<JsonNode>();
        node.path("steps").forEach(steps::add);
        var covers = new ArrayList<String>();
        node.path("covers").forEach(one -> covers.add(one.asString()));
        return new Scenario(id, title, protocol, covers, needs(node, steps), values, steps);
    }

    /** What it says it needs, and what follows from its steps. */
    private static Set<Need> needs(JsonNode node, List<JsonNode> steps) {
        Set<Need> needs = EnumSet.noneOf(Need.class);
        node.path("needs").forEach(word -> needs.add(Need.named(word.asString())));
        for (JsonNode step : steps) {
            if (step.has("chain")) {
                needs.add(Need.CHAIN_CONTROL);
            } else if (step.has("advance")) {
                needs.add(Need.CLOCK);
            } else {
                needs.add(step.has("http") || step.path("on").asString("").equals("http") ? Need.HTTP : Need.WS);
            }
        }
        return needs;
    }
}
