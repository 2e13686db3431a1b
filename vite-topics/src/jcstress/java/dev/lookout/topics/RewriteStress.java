package dev.lookout.topics;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A partition that is rewritten because it grows, and again because it shrinks, keeps what is live. */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "found through every rewrite")
@State
public class RewriteStress {
    private final TopicIndex index = StressWorld.index();
    private final MatchReader reader = index.newReader();
    private final LogBatch log = StressWorld.logOf(0);

    public RewriteStress() {
        index.subscribe(StressWorld.filter(0));
    }

    @Actor
    public void change() {
        for (int i = 1; i < StressWorld.ADDRESSES.length; i++) {
            index.subscribe(StressWorld.filter(i));
        }
        for (int i = 1; i < StressWorld.ADDRESSES.length; i++) {
            index.unsubscribe(i);
        }
    }

    @Actor
    public void match(I_Result result) {
        result.r1 = StressWorld.found(reader, log);
    }
}
