package dev.lookout.gateway.vite;

/** The two kinds of block of a Vite ledger, by the names a recording gives them. */
enum BlockKind {
    ACCOUNT("accountBlock"),
    SNAPSHOT("snapshotBlock");

    private final String recordedAs;

    BlockKind(String recordedAs) {
        this.recordedAs = recordedAs;
    }

    String recordedAs() {
        return recordedAs;
    }
}
