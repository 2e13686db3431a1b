package dev.lookout.topics;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** As {@link ReuseStress}, with a reader that matched before and enters the next epoch without a fence. */
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "nobody found, so the id is free for the next one")
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "nobody found, another id all the same")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "id 0 found and held: the next one gets another")
@Outcome(id = "0, 1", expect = Expect.FORBIDDEN, desc = "id 0 means somebody else while it is held")
@State
public class ReuseByActiveReaderStress {
    private final TopicIndex index = StressWorld.index();
    private final MatchReader reader = index.newReader();
    private final LogBatch log = StressWorld.logOf(0);

    public ReuseByActiveReaderStress() {
        index.subscribe(StressWorld.filter(0));
        StressWorld.found(reader, log);
    }

    @Actor
    public void change(II_Result result) {
        index.unsubscribe(0);
        index.unsubscribe(index.subscribe(StressWorld.filter(2))); // turns the queue of released ids
        result.r1 = Math.min(1, index.subscribe(StressWorld.filter(1)));
    }

    @Actor
    public void match(II_Result result) {
        result.r2 = StressWorld.found(reader, log) & 1;
    }
}
