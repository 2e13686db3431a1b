package dev.lookout.topics;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * An id that a reader found is not given to somebody else while the reader holds it, though the reader was idle before and
 * the writer does not wait for idle readers.
 */
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "nobody found, so the id is free for the next one")
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "nobody found, another id all the same")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "id 0 found and held: the next one gets another")
@Outcome(id = "0, 1", expect = Expect.FORBIDDEN, desc = "id 0 means somebody else while it is held")
@State
public class ReuseStress {
    private final TopicIndex index = StressWorld.index();
    private final MatchReader reader = index.newReader();
    private final LogBatch log = StressWorld.logOf(0);

    public ReuseStress() {
        index.subscribe(StressWorld.filter(0));
    }

    @Actor
    public void change(II_Result result) {
        index.unsubscribe(0);
        result.r1 = index.subscribe(StressWorld.filter(1));
    }

    @Actor
    public void match(II_Result result) {
        result.r2 = StressWorld.found(reader, log);
    }
}
