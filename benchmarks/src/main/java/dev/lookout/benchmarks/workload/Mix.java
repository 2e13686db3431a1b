package dev.lookout.benchmarks.workload;

import java.util.List;
import java.util.SplittableRandom;

/** Kinds of subscribers. */
public enum Mix {
    /** Wallets: transfers to or from an address, of any token (60 %) or of one (40 %). */
    WALLET {
        @Override
        Filter filter(Population population, int id, SplittableRandom random) {
            int shape = random.nextInt(10);
            boolean anyToken = shape < 6;
            boolean recipient = shape < 4 || (shape >= 6 && shape < 9);
            var transfer = List.of(Signatures.TRANSFER);
            var wallet = List.of(population.wallet(random));
            return new Filter(
                    anyToken ? List.of() : List.of(Filter.Scope.of(population.token(random))),
                    recipient ? List.of(transfer, List.of(), wallet) : List.of(transfer, wallet));
        }
    },

    /** Watchers of a contract: one signature (70 %), three (20 %) or the transfers of a wallet (10 %); 10 % with heights. */
    ADDRESS_SIGNATURE {
        @Override
        Filter filter(Population population, int id, SplittableRandom random) {
            int shape = random.nextInt(10);
            List<List<Word>> topics;
            if (shape < 7) {
                topics = List.of(List.of(population.signature(random)));
            } else if (shape < 9) {
                topics = List.of(population.signatures(random, 3));
            } else {
                topics = List.of(List.of(Signatures.TRANSFER), List.of(population.wallet(random)));
            }
            return new Filter(List.of(scope(population, random)), topics);
        }
    },

    /** Watchers of many contracts, everything they log: one address (50 %), 2-10 (40 %), 11-100 (10 %); 10 % with heights. */
    WIDE {
        @Override
        Filter filter(Population population, int id, SplittableRandom random) {
            int shape = random.nextInt(10);
            int addresses = shape < 5 ? 1 : shape < 9 ? random.nextInt(2, 11) : random.nextInt(11, 101);
            var scopes = new java.util.LinkedHashMap<Address, Filter.Scope>();
            while (scopes.size() < addresses) {
                var scope = scope(population, random);
                scopes.putIfAbsent(scope.address(), scope);
            }
            return new Filter(List.copyOf(scopes.values()), List.of());
        }
    },

    /** Many subscribers to each of a few transfers-of-a-token filters; how many is the workload's fan-out. */
    FAN_OUT {
        @Override
        Filter filter(Population population, int id, SplittableRandom random) {
            return new Filter(
                    List.of(Filter.Scope.of(population.contract(id / population.fanOut()))),
                    List.of(List.of(Signatures.TRANSFER)));
        }
    },

    /**
     * Somebody who means harm: every shape of filter there is (each set of constrained positions with each length), three
     * alternatives in every second constrained position, and one subscription in a thousand with 500 alternatives.
     */
    ADVERSARIAL {
        @Override
        Filter filter(Population population, int id, SplittableRandom random) {
            if (id % 1_000 == 499) {
                var wallets = java.util.stream.Stream.generate(() -> population.wallet(random))
                        .limit(500)
                        .distinct()
                        .toList();
                return new Filter(List.of(), List.of(List.of(Signatures.TRANSFER), List.of(), wallets));
            }
            // 1..31: no position (one shape), 1 (two), 2 (four), 3 (eight), 4 (sixteen).
            boolean anyAddress = random.nextBoolean();
            int shape = 1 + random.nextInt(31);
            int positions = 31 - Integer.numberOfLeadingZeros(shape);
            var topics = new java.util.ArrayList<List<Word>>();
            for (int i = 0; i < positions; i++) {
                boolean constrained = ((shape >>> i) & 1) != 0;
                topics.add(constrained ? population.values(random, i, (id + i) % 2 == 0 ? 3 : 1) : List.of());
            }
            // A signature alone, of any contract, matches half of a chain: not an attack but a customer for its own
            // stream.
            boolean selective = topics.stream().skip(1).anyMatch(position -> !position.isEmpty());
            return new Filter(
                    anyAddress && selective ? List.of() : List.of(Filter.Scope.of(population.contract(random))),
                    topics);
        }
    },

    /** The wallet mix after every subscription has been replaced once, in random order: an aged table. */
    CHURN {
        @Override
        Filter filter(Population population, int id, SplittableRandom random) {
            return WALLET.filter(population, id, random);
        }
    };

    abstract Filter filter(Population population, int id, SplittableRandom random);

    private static Filter.Scope scope(Population population, SplittableRandom random) {
        var address = population.contract(random);
        if (random.nextInt(10) != 0) {
            return Filter.Scope.of(address);
        }
        long from = 1 + random.nextLong(2 * Workload.FIRST_HEIGHT);
        long to = random.nextBoolean() ? 0 : from + random.nextLong(Workload.FIRST_HEIGHT);
        return new Filter.Scope(address, from, to);
    }

    /** As spelled on the command line and in the result files: {@code address-signature}. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException naming the labels there are */
    public static Mix of(String label) {
        for (Mix mix : values()) {
            if (mix.label().equals(label)) {
                return mix;
            }
        }
        throw new IllegalArgumentException("No mix '" + label + "'. There are: "
                + java.util.Arrays.stream(values()).map(Mix::label).toList());
    }
}
