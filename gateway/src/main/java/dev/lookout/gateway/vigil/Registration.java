package dev.lookout.gateway.vigil;

import dev.lookout.model.vigil.SessionId;

/**
 * What a session is from its ack on.
 *
 * @param key the one it registered with; its account may have another one
 * @param since number of the last emission before it; what was told later is what this client has seen
 */
record Registration(SessionId session, Account account, KeyFingerprint key, long since) {
    /** Whether the push concerns the account and is no repetition of one that this client got (VIGIL 4.9). */
    boolean gets(Emission emission) {
        return (!emission.isRepetition() || emission.toldBefore() <= since)
                && account.hearsOf(emission.message().parties());
    }

    // The session id is a secret of the client.
    @Override
    public String toString() {
        return "Registration[account " + account.name() + "]";
    }
}
