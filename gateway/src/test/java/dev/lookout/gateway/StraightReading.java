package dev.lookout.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What VITE sections 2.3, 4 and 6 say a recording means, read straight off the rows: for each event, who gets which element.
 * Written without the gateway's code on purpose. Rows of a recording that is in order are enough: it heals nothing.
 */
final class StraightReading {
    private static final Set<Integer> SENDS = Set.of(1, 2, 3, 6);
    private static final Set<Integer> RECEIVES = Set.of(4, 5, 7);

    private final List<JsonNode> rows = new ArrayList<>();

    StraightReading(Path recording) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(recording)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rows.add(RawViteClient.json(line));
            }
        }
    }

    /** Elements as JSON text that a subscription with these {@code params} of subscribe_subscribe gets, in order. */
    List<String> expected(JsonNode params) {
        var out = new ArrayList<String>();
        var known = new HashMap<String, JsonNode>(); // the newest row with content, by hash
        var standing = new HashMap<String, JsonNode>(); // what each block's last insertion was announced with
        var order = new HashMap<String, Integer>();
        for (int i = 0; i < rows.size(); i++) {
            JsonNode row = rows.get(i);
            String hash = row.get("hash").asString();
            if (!row.get("removed").asBoolean()) {
                if (!row.get("block").isNull()) {
                    known.put(hash, row);
                }
                JsonNode announced = known.getOrDefault(hash, row);
                standing.put(hash, announced);
                order.put(hash, i);
                inserted(announced, params, out);
                continue;
            }
            var undo = new ArrayList<JsonNode>();
            String kind = row.get("kind").asString();
            int last = i;
            while (last < rows.size()
                    && rows.get(last).get("removed").asBoolean()
                    && rows.get(last).get("kind").asString().equals(kind)) {
                undo.add(rows.get(last++));
            }
            i = last - 1;
            undo.sort(Comparator.comparing(
                    (JsonNode one) -> -order.getOrDefault(one.get("hash").asString(), -1)));
            removed(
                    undo.stream()
                            .map(one -> standing.getOrDefault(one.get("hash").asString(), one))
                            .toList(),
                    params,
                    out);
        }
        return out;
    }

    private static void inserted(JsonNode row, JsonNode params, List<String> out) {
        blockMessages(row, params, false, out);
        JsonNode block = row.get("block");
        if (isUnreceived(params) && isAccount(row) && !block.isNull()) {
            int type = block.get("blockType").asInt();
            if (SENDS.contains(type)) {
                unreceived(params, block.get("toAddress"), row.get("hash"), false, false, out);
            } else if (RECEIVES.contains(type)) {
                unreceived(params, block.get("address"), block.get("sendBlockHash"), true, false, out);
            }
            for (JsonNode send : block.get("triggeredSendBlockList")) {
                unreceived(params, send.get("toAddress"), send.get("hash"), false, false, out);
            }
        }
    }

    private static void removed(List<JsonNode> undo, JsonNode params, List<String> out) {
        undo.forEach(row -> blockMessages(row, params, true, out));
        if (!isUnreceived(params) || !isAccount(undo.get(0))) {
            return;
        }
        var vanishing = new LinkedHashMap<String, JsonNode>();
        for (JsonNode row : undo) {
            JsonNode block = row.get("block");
            if (block == null || block.isNull()) {
                continue;
            }
            if (SENDS.contains(block.get("blockType").asInt())) {
                vanishing.put(row.get("hash").asString(), block.get("toAddress"));
            }
            for (JsonNode send : block.get("triggeredSendBlockList")) {
                vanishing.put(send.get("hash").asString(), send.get("toAddress"));
            }
        }
        for (JsonNode row : undo) {
            JsonNode block = row.get("block");
            if (block != null
                    && !block.isNull()
                    && RECEIVES.contains(block.get("blockType").asInt())) {
                JsonNode send = block.get("sendBlockHash");
                if (vanishing.remove(send.asString()) == null) {
                    unreceived(params, block.get("address"), send, false, false, out);
                }
            }
        }
        vanishing.forEach((hash, to) -> {
            if (to.equals(params.get(1))) {
                out.add("{\"hash\":\"" + hash + "\",\"received\":false,\"removed\":true}");
            }
        });
    }

    private static void blockMessages(JsonNode row, JsonNode params, boolean removed, List<String> out) {
        String event = params.get(0).asString();
        JsonNode block = row.get("block");
        boolean content = block != null && !block.isNull();
        String hash = "{\"hash\":\"" + row.get("hash").asString() + "\"";
        String end = ",\"removed\":" + removed + "}";
        if (event.equals("newAccountBlock") && isAccount(row)) {
            out.add(hash + end);
        } else if (event.equals("newSnapshotBlock") && !isAccount(row) && content) {
            out.add(hash + ",\"height\":\"" + block.get("height").asString() + "\"" + end);
        } else if (event.equals("newAccountBlockByAddress")
                && isAccount(row)
                && content
                && block.get("address").equals(params.get(1))) {
            out.add(hash + ",\"height\":\"" + block.get("height").asString() + "\"" + end);
        } else if (event.equals("newVmLog") && isAccount(row) && content && row.has("vmLogs")) {
            for (JsonNode log : row.get("vmLogs")) {
                if (wants(params.get(1), block, log)) {
                    out.add("{\"vmlog\":" + log + ",\"accountBlockHash\":\""
                            + row.get("hash").asString()
                            + "\",\"accountBlockHeight\":\""
                            + block.get("height").asString() + "\",\"address\":\""
                            + block.get("address").asString() + "\"" + end);
                }
            }
        }
    }

    private static boolean wants(JsonNode filter, JsonNode block, JsonNode log) {
        JsonNode ranges = filter.get("addressHeightRange");
        String address = block.get("address").asString();
        if (!ranges.has(address)) {
            return false;
        }
        JsonNode range = ranges.get(address);
        long height = Long.parseLong(block.get("height").asString());
        long from = range.isNull() ? 0 : Long.parseLong(range.get("fromHeight").asString());
        long to = range.isNull() ? 0 : Long.parseLong(range.get("toHeight").asString());
        if (height < from || (to != 0 && height > to)) {
            return false;
        }
        JsonNode found = log.get("topics");
        JsonNode wanted = filter.get("topics");
        int positions = wanted == null || wanted.isNull() ? 0 : wanted.size();
        if ((found.isNull() ? 0 : found.size()) < positions) {
            return false;
        }
        for (int i = 0; i < positions; i++) {
            var alternatives = new HashSet<String>();
            wanted.get(i).forEach(one -> alternatives.add(one.asString()));
            if (!alternatives.isEmpty() && !alternatives.contains(found.get(i).asString())) {
                return false;
            }
        }
        return true;
    }

    private static void unreceived(
            JsonNode params, JsonNode to, JsonNode hash, boolean received, boolean removed, List<String> out) {
        if (to.equals(params.get(1))) {
            out.add("{\"hash\":\"" + hash.asString() + "\",\"received\":" + received + ",\"removed\":" + removed + "}");
        }
    }

    private static boolean isUnreceived(JsonNode params) {
        return params.get(0).asString().equals("newUnreceivedBlockByAddress");
    }

    private static boolean isAccount(JsonNode row) {
        return row.get("kind").asString().equals("accountBlock");
    }

    /** What stands at the end, for a test of the test: hashes inserted and not removed. */
    Map<String, Boolean> standing() {
        var standing = new LinkedHashMap<String, Boolean>();
        for (JsonNode row : rows) {
            if (row.get("removed").asBoolean()) {
                standing.remove(row.get("hash").asString());
            } else {
                standing.put(row.get("hash").asString(), true);
            }
        }
        return standing;
    }
}
