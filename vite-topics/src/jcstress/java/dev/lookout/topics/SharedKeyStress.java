package dev.lookout.topics;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** While others come to a key and leave it, those who stay are found. Ids: 0 leaves, 1 stays, 2 comes
 * (or 0 again, if the reader has begun its match since 0 left). */
@JCStressTest
@Outcome(id = "3", expect = Expect.ACCEPTABLE, desc = "before both changes, or after, if the newcomer got id 0")
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "0 has left")
@Outcome(id = "6", expect = Expect.ACCEPTABLE, desc = "0 has left, 2 has come")
@State
public class SharedKeyStress {
    private final TopicIndex index = StressWorld.index();
    private final MatchReader reader = index.newReader();
    private final LogBatch log = StressWorld.logOf(0);

    public SharedKeyStress() {
        index.subscribe(StressWorld.filter(0));
        index.subscribe(StressWorld.filter(0));
        StressWorld.found(reader, log); // from here on the reader holds id 0, so that the new one is 2
    }

    @Actor
    public void change() {
        index.unsubscribe(0);
        index.subscribe(StressWorld.filter(0));
    }

    @Actor
    public void match(I_Result result) {
        result.r1 = StressWorld.found(reader, log);
    }
}
