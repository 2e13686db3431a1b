package dev.lookout.topics;

import java.util.ArrayList;
import java.util.List;

/** Reads all answers for a batch, in however many calls it takes. */
final class MatchesOf {
    private MatchesOf() {}

    /** Ids of each log. */
    static List<List<Integer>> all(MatchReader reader, LogBatch logs, Matches matches, boolean block) {
        var found = new ArrayList<List<Integer>>();
        for (int i = 0; i < logs.size(); i++) {
            found.add(new ArrayList<>());
        }
        for (int next = 0; next < logs.size(); ) {
            int count = logs.size() - next;
            int answered =
                    block ? reader.matchBlock(logs, next, count, matches) : reader.match(logs, next, count, matches);
            collect(matches, found, next);
            while (matches.isPartial()) {
                reader.resume(matches);
                collect(matches, found, next + answered - 1);
            }
            next += answered;
        }
        return found;
    }

    private static void collect(Matches matches, List<List<Integer>> found, int first) {
        for (int i = 0; i < matches.logs(); i++) {
            for (int k = matches.begin(i); k < matches.end(i); k++) {
                found.get(first + i).add(matches.ids()[k]);
            }
        }
    }
}
