package dev.lookout.client;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.annotations.AfterClass;

/** The rules of {@link Flow} as the reactive-streams kit checks them; run by {@link FlowRulesTest}. */
public class FlowRules extends FlowPublisherVerification<Integer> {
    private final ExecutorService executor = Executors.newCachedThreadPool();

    public FlowRules() {
        super(new TestEnvironment(1000, 50));
    }

    @Override
    public Flow.Publisher<Integer> createFlowPublisher(long elements) {
        var buffer = new BoundedBuffer<Integer>(executor, 1 << 16, Long.MAX_VALUE, () -> {});
        for (int i = 0; i < Math.min(elements, 1 << 12); i++) {
            buffer.offer(i, 1);
        }
        if (elements < Long.MAX_VALUE) {
            buffer.end(null);
        }
        return buffer;
    }

    @Override
    public Flow.Publisher<Integer> createFailedFlowPublisher() {
        var buffer = new BoundedBuffer<Integer>(executor, 1, 1, () -> {});
        buffer.end(new IllegalStateException("on purpose"));
        return buffer;
    }

    @AfterClass
    public void stop() {
        executor.shutdownNow();
    }
}
