package dev.lookout.gateway.vite;

/**
 * What the {@code dev} source makes up.
 *
 * @param rate account blocks a second, above 0
 * @param contracts how many contracts log, 1 to 10 000
 * @param topics how many different values each topic position takes, 1 or more
 * @param reorgs share of snapshot blocks after which a roll-back follows, 0 to 1
 * @param seed the same seed makes the same chain
 */
public record DevOptions(double rate, int contracts, int topics, double reorgs, long seed) {
    /** 20 blocks a second, 4 contracts, 8 values a topic, a roll-back after every 20th snapshot block, seed 1. */
    public static final DevOptions DEFAULT = new DevOptions(20, 4, 8, 0.05, 1);

    private static final int MOST_CONTRACTS = 10_000;

    public DevOptions {
        if (!(rate > 0) || rate > 1_000_000) {
            throw new IllegalArgumentException("rate=" + rate + ": give blocks a second, above 0, at most 1000000");
        }
        if (contracts < 1 || contracts > MOST_CONTRACTS) {
            throw new IllegalArgumentException("contracts=" + contracts + ": give 1 to " + MOST_CONTRACTS);
        }
        if (topics < 1) {
            throw new IllegalArgumentException("topics=" + topics + ": give 1 or more");
        }
        if (!(reorgs >= 0 && reorgs <= 1)) {
            throw new IllegalArgumentException("reorgs=" + reorgs + ": give a share from 0 to 1");
        }
    }

    /**
     * Reads {@code rate=50,seed=1}: names of the components above, in any order, each at most once; what is left out has its
     * default. Empty text is {@link #DEFAULT}.
     *
     * @throws IllegalArgumentException names what is wrong
     */
    public static DevOptions parse(String text) {
        DevOptions options = DEFAULT;
        for (String setting : text.isBlank() ? new String[0] : text.split(",", -1)) {
            int equals = setting.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("'" + setting + "': write name=value");
            }
            options = options.with(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return options;
    }

    private DevOptions with(String name, String value) {
        try {
            return switch (name) {
                case "rate" -> new DevOptions(Double.parseDouble(value), contracts, topics, reorgs, seed);
                case "contracts" -> new DevOptions(rate, Integer.parseInt(value), topics, reorgs, seed);
                case "topics" -> new DevOptions(rate, contracts, Integer.parseInt(value), reorgs, seed);
                case "reorgs" -> new DevOptions(rate, contracts, topics, Double.parseDouble(value), seed);
                case "seed" -> new DevOptions(rate, contracts, topics, reorgs, Long.parseLong(value));
                default ->
                    throw new IllegalArgumentException(
                            "'" + name + "' is unknown: rate, contracts, topics, reorgs and seed can be set");
            };
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + "=" + value + ": not a number", e);
        }
    }
}
