package dev.lookout.topics;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A record whose ids move to a posting list and back loses none of those who stay and shows none twice. */
@JCStressTest
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "the first one found, and nobody twice")
@State
public class LongListStress {
    private static final int MANY = Records.MAX_PLAIN + 4;

    private final TopicIndex index = StressWorld.index();
    private final MatchReader reader = index.newReader();
    private final LogBatch log = StressWorld.logOf(0);

    public LongListStress() {
        for (int i = 0; i < Records.MAX_PLAIN; i++) {
            index.subscribe(StressWorld.filter(0));
        }
        StressWorld.found(reader, log);
    }

    @Actor
    public void change() {
        for (int i = Records.MAX_PLAIN; i < MANY; i++) {
            index.subscribe(StressWorld.filter(0));
        }
        for (int i = 1; i < MANY; i++) {
            index.unsubscribe(i);
        }
    }

    @Actor
    public void match(II_Result result) {
        var matches = new Matches(1, 64);
        reader.match(log, 0, 1, matches);
        long seen = 0;
        int twice = 0;
        for (int i = 0; i < matches.size(); i++) {
            long bit = 1L << matches.ids()[i];
            twice |= (seen & bit) != 0 ? 1 : 0;
            seen |= bit;
        }
        result.r1 = (int) (seen & 1);
        result.r2 = 1 - twice;
    }
}
