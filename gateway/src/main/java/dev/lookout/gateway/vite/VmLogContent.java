package dev.lookout.gateway.vite;

import dev.lookout.model.vite.Hash;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One log as a contract emitted it.
 *
 * @param topics none (LOG0) to four
 * @param data base64 text; {@code ""} for an empty array, null when the log has none: the wire tells the two apart (VITE 2.3)
 */
public record VmLogContent(List<Hash> topics, @Nullable String data) {
    public VmLogContent {
        topics = List.copyOf(topics);
    }
}
