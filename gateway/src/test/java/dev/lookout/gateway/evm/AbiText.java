package dev.lookout.gateway.evm;

import dev.lookout.transport.JsonArray;
import dev.lookout.transport.JsonObject;
import dev.lookout.transport.JsonString;
import dev.lookout.transport.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes ABI JSON from one-line signatures, such as {@code event Ping(uint256 indexed n,address who) anonymous} or {@code function
 * f((uint256 n,string s) p,bool ok)}.
 */
public final class AbiText {
    private AbiText() {}

    public static ContractAbi abi(String... lines) {
        return ContractAbi.parse(json(lines));
    }

    public static JsonArray json(String... lines) {
        return new JsonArray(Arrays.stream(lines).map(AbiText::entry).toList());
    }

    private static JsonValue entry(String line) {
        if (!line.contains("(")) {
            return JsonObject.builder().put("type", line).build();
        }
        int space = line.indexOf(' ');
        int open = line.indexOf('(');
        int close = line.lastIndexOf(')');
        return JsonObject.builder()
                .put("type", line.substring(0, space))
                .put("name", line.substring(space + 1, open))
                .put("anonymous", line.endsWith(" anonymous"))
                .put("inputs", parameters(line.substring(open + 1, close)))
                .build();
    }

    private static JsonArray parameters(String list) {
        return new JsonArray(split(list).stream().map(AbiText::parameter).toList());
    }

    private static JsonValue parameter(String text) {
        int typeEnd = text.startsWith("(") ? text.indexOf(' ', matching(text)) : text.indexOf(' ');
        String type = typeEnd < 0 ? text : text.substring(0, typeEnd);
        String rest = typeEnd < 0 ? "" : text.substring(typeEnd + 1);
        boolean indexed = rest.equals("indexed") || rest.startsWith("indexed ");
        var object = JsonObject.builder()
                .put("name", indexed ? rest.substring("indexed".length()).strip() : rest)
                .put("indexed", indexed);
        if (type.startsWith("(")) {
            int end = matching(type);
            object.put("components", parameters(type.substring(1, end)));
            type = "tuple" + type.substring(end + 1);
        }
        return object.put("type", new JsonString(type)).build();
    }

    private static int matching(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException(text);
    }

    private static List<String> split(String list) {
        var parts = new ArrayList<String>();
        int depth = 0;
        var part = new StringBuilder();
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            if (c == ',' && depth == 0) {
                parts.add(part.toString());
                part.setLength(0);
                continue;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            part.append(c);
        }
        if (part.length() > 0) {
            parts.add(part.toString());
        }
        return parts;
    }
}
