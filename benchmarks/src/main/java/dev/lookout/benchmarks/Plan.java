package dev.lookout.benchmarks;

import dev.lookout.benchmarks.peer.Peer;
import dev.lookout.benchmarks.workload.Mix;
import dev.lookout.benchmarks.workload.Traffic;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is measured, in the order in which it is run.
 *
 * @param timings cases of {@link MatchBenchmark}
 * @param loads cases of {@link LoadBenchmark}
 * @param probes cases of the probes
 */
record Plan(List<Timing> timings, List<Load> loads, List<Probing> probes) {

    /** One case of {@link MatchBenchmark}. */
    record Timing(Case asked, Effort effort) {}

    /** One case of {@link LoadBenchmark}. */
    record Load(Traffic traffic, int subscriptions, long rate, Effort effort) {
        @Override
        public String toString() {
            String pace = rate < 0 ? "at full speed" : rate == 0 ? "none" : String.format("%,d/s", rate);
            return String.format("wallet %s %,d, changes: %s", traffic.label(), subscriptions, pace);
        }
    }

    /** One case of a probe, run so many times. */
    record Probing(Probe probe, Case asked, int times) {}

    private static final int MILLION = 1_000_000;
    private static final Set<Peer> LIBRARIES = EnumSet.of(Peer.MOQUETTE, Peer.HIVEMQ, Peer.LUCENE);
    private static final Set<Peer> BOTH_OURS = EnumSet.of(Peer.OURS, Peer.OURS_SINGLE);
    private static final List<Traffic> MADE = List.of(Traffic.MISS, Traffic.HIT);

    /** Everything, for figures that are cited. */
    static Plan full(boolean realLogs) {
        var cases = new Cases(Effort.FULL);
        var all = EnumSet.allOf(Peer.class);
        cases.add(all, Mix.WALLET, MADE, 100, 1_000, 10_000, 100_000, MILLION);
        cases.add(all, Mix.ADDRESS_SIGNATURE, MADE, 1_000, 10_000, 100_000);
        cases.add(except(all, Peer.MOQUETTE, Peer.LUCENE), Mix.ADDRESS_SIGNATURE, MADE, MILLION);
        cases.add(except(all, LIBRARIES), Mix.WIDE, MADE, 100_000);
        cases.add(EnumSet.of(Peer.OURS, Peer.OURS_SINGLE, Peer.HASH_MAP), Mix.WIDE, MADE, MILLION);
        var scans = EnumSet.of(Peer.OURS, Peer.OURS_SINGLE, Peer.LINEAR, Peer.HASH_MAP);
        cases.add(scans, Mix.ADVERSARIAL, MADE, 100_000, MILLION);
        cases.add(EnumSet.of(Peer.OURS, Peer.OURS_SINGLE, Peer.LINEAR), Mix.CHURN, MADE, 100_000, MILLION);
        for (int fanOut : new int[] {1, 10, 100, 1_000, 10_000, 100_000}) {
            cases.addFanOut(Peer.OURS, MILLION, fanOut);
        }
        cases.addFanOut(Peer.HASH_MAP, MILLION, 1_000);
        if (realLogs) {
            cases.add(all, Mix.WALLET, List.of(Traffic.REAL), 100_000);
            cases.add(except(all, Peer.LUCENE), Mix.ADDRESS_SIGNATURE, List.of(Traffic.REAL), 100_000);
            cases.add(BOTH_OURS, Mix.WALLET, List.of(Traffic.REAL), MILLION);
        }

        var loads = new ArrayList<Load>();
        for (Traffic traffic : MADE) {
            for (long rate : new long[] {0, 100_000, 300_000, MILLION, -1}) {
                loads.add(new Load(traffic, MILLION, rate, Effort.FULL));
            }
        }

        var probes = new ArrayList<Probing>();
        for (Traffic traffic : MADE) {
            probes.add(new Probing(Probe.RATIO, asked(Peer.OURS, Mix.WALLET, traffic, 100_000), 3));
            probes.add(new Probing(Probe.RATIO, asked(Peer.OURS, Mix.ADDRESS_SIGNATURE, traffic, 100_000), 1));
        }
        for (Mix mix : List.of(Mix.WALLET, Mix.ADDRESS_SIGNATURE, Mix.WIDE)) {
            probes.add(probing(Probe.MEMORY, Peer.OURS, mix, MILLION, 1));
            probes.add(probing(Probe.MEMORY, Peer.LINEAR, mix, MILLION, 1));
            probes.add(probing(Probe.MEMORY, Peer.HASH_MAP, mix, MILLION, 1));
            probes.add(probing(Probe.SUBSCRIBE, Peer.OURS, mix, MILLION, 3));
        }
        probes.add(probing(Probe.MEMORY, Peer.OURS, Mix.CHURN, MILLION, 1));
        for (Mix mix : List.of(Mix.WALLET, Mix.ADDRESS_SIGNATURE, Mix.WIDE)) {
            probes.add(new Probing(Probe.MEMORY, asked(Peer.OURS, mix, Traffic.HIT, MILLION), 1));
        }
        for (Mix mix : List.of(Mix.WALLET, Mix.ADDRESS_SIGNATURE)) {
            for (Peer peer : LIBRARIES) {
                probes.add(probing(Probe.MEMORY, peer, mix, 100_000, 1));
            }
        }
        probes.add(probing(Probe.SUBSCRIBE, Peer.LINEAR, Mix.WALLET, MILLION, 1));
        for (Peer peer : List.of(Peer.MOQUETTE, Peer.HIVEMQ)) {
            probes.add(probing(Probe.SUBSCRIBE, peer, Mix.WALLET, 100_000, 1));
        }
        return new Plan(cases.timings, loads, probes);
    }

    /** What fits into three minutes on two cores: the same code paths, one fork each, rough figures. */
    static Plan quick(boolean realLogs) {
        var cases = new Cases(Effort.QUICK);
        var all = EnumSet.allOf(Peer.class);
        cases.add(except(all, Peer.LUCENE), Mix.WALLET, MADE, 1_000, 100_000);
        cases.add(EnumSet.of(Peer.LUCENE), Mix.WALLET, MADE, 1_000, 10_000);
        cases.add(EnumSet.of(Peer.OURS), Mix.WALLET, MADE, MILLION);
        var few = EnumSet.of(Peer.OURS, Peer.LINEAR);
        for (Mix mix : List.of(Mix.ADDRESS_SIGNATURE, Mix.WIDE, Mix.ADVERSARIAL, Mix.CHURN)) {
            cases.add(few, mix, List.of(Traffic.HIT), 100_000);
        }
        for (int fanOut : new int[] {1, 1_000, 10_000}) {
            cases.addFanOut(Peer.OURS, 100_000, fanOut);
        }
        if (realLogs) {
            cases.add(few, Mix.WALLET, List.of(Traffic.REAL), 100_000);
        }
        var loads = List.of(
                new Load(Traffic.HIT, 100_000, 0, Effort.QUICK), new Load(Traffic.HIT, 100_000, 300_000, Effort.QUICK));
        var probes = List.of(
                new Probing(Probe.RATIO, asked(Peer.OURS, Mix.WALLET, Traffic.MISS, 100_000), 1),
                new Probing(Probe.RATIO, asked(Peer.OURS, Mix.WALLET, Traffic.HIT, 100_000), 1),
                probing(Probe.MEMORY, Peer.OURS, Mix.WALLET, MILLION, 1),
                probing(Probe.MEMORY, Peer.OURS, Mix.ADDRESS_SIGNATURE, MILLION, 1),
                probing(Probe.MEMORY, Peer.LINEAR, Mix.WALLET, 100_000, 1),
                probing(Probe.SUBSCRIBE, Peer.OURS, Mix.WALLET, MILLION, 1));
        return new Plan(cases.timings, loads, probes);
    }

    /** What of this plan a user asked for. */
    Plan only(Selection selection) {
        return new Plan(
                timings.stream()
                        .filter(timing -> selection.takes("match") && selection.takes(timing.asked()))
                        .map(timing -> new Timing(timing.asked(), selection.adjust(timing.effort())))
                        .toList(),
                loads.stream()
                        .filter(load -> selection.takes("load")
                                && selection.takes(asked(Peer.OURS, Mix.WALLET, load.traffic(), load.subscriptions())))
                        .map(load -> new Load(
                                load.traffic(), load.subscriptions(), load.rate(), selection.adjust(load.effort())))
                        .toList(),
                probes.stream()
                        .filter(probing -> selection.takes(probing.probe().label()) && selection.takes(probing.asked()))
                        .toList());
    }

    int size() {
        return timings.size()
                + loads.size()
                + probes.stream().mapToInt(Probing::times).sum();
    }

    private static Case asked(Peer peer, Mix mix, Traffic traffic, int subscriptions) {
        return new Case(peer, mix, traffic, subscriptions, 1);
    }

    /** On subscriptions of which hardly two have the same key: those of {@link Traffic#MISS}. */
    private static Probing probing(Probe probe, Peer peer, Mix mix, int subscriptions, int times) {
        return new Probing(probe, asked(peer, mix, Traffic.MISS, subscriptions), times);
    }

    private static Set<Peer> except(Set<Peer> peers, Peer... others) {
        return except(peers, Set.of(others));
    }

    private static Set<Peer> except(Set<Peer> peers, Set<Peer> others) {
        var rest = EnumSet.copyOf(peers);
        rest.removeAll(others);
        return rest;
    }

    private static final class Cases {
        private final Effort effort;
        private final List<Timing> timings = new ArrayList<>();

        Cases(Effort effort) {
            this.effort = effort;
        }

        /** Small tables first: they are quick, and show early what is wrong. */
        void add(Set<Peer> peers, Mix mix, List<Traffic> traffics, int... sizes) {
            for (int subscriptions : sizes) {
                for (Traffic traffic : traffics) {
                    for (Peer peer : peers) {
                        timings.add(new Timing(asked(peer, mix, traffic, subscriptions), effort(peer, subscriptions)));
                    }
                }
            }
        }

        void addFanOut(Peer peer, int subscriptions, int fanOut) {
            timings.add(new Timing(new Case(peer, Mix.FAN_OUT, Traffic.HIT, subscriptions, fanOut), effort));
        }

        private Effort effort(Peer peer, int subscriptions) {
            boolean slowToFill = subscriptions == MILLION && (peer == Peer.LUCENE || peer == Peer.MOQUETTE);
            return slowToFill && effort.forks() > 1 ? Effort.ONE_FORK : effort;
        }
    }
}
