package dev.lookout.topics;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A subscription that becomes visible is complete: its id, its key, its height range and its view. */
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "not seen yet")
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "seen by the second match")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "seen by both")
@State
public class PublishStress {
    private final TopicIndex index = StressWorld.index();
    private final MatchReader reader = index.newReader();
    private final LogBatch log = StressWorld.logOf(0);

    @Actor
    public void subscribe() {
        index.subscribe(LogFilter.builder()
                .address(StressWorld.ADDRESSES[0], 5, 9)
                .topic(StressWorld.SIGNATURE)
                .topic(StressWorld.WALLET)
                .build());
    }

    @Actor
    public void match(II_Result result) {
        result.r1 = StressWorld.found(reader, log);
        result.r2 = StressWorld.found(reader, log);
    }
}
