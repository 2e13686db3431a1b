package dev.lookout.model.vigil;

import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * What a server sends of itself (VIGIL sections 2.7 to 2.9): told apart by the field {@code type}.
 *
 * <p>A kind that this version does not know is an {@link UnknownPush}, never an error.
 */
@JsonDeserialize(using = VigilPushReader.class)
public sealed interface VigilPush permits ContractActivity, ContractEvent, OneTimeTransaction, UnknownPush {
    /** The wire's name of the kind, for example {@code contractmon}. */
    String type();

    /** Decides over all kinds; a new one breaks the build wherever a decision is due. */
    default <R> R match(Cases<R> cases) {
        if (this instanceof ContractActivity push) {
            return cases.contractActivity(push);
        }
        if (this instanceof ContractEvent push) {
            return cases.contractEvent(push);
        }
        if (this instanceof OneTimeTransaction push) {
            return cases.oneTime(push);
        }
        return cases.unknown((UnknownPush) this);
    }

    /** One answer for each kind. */
    interface Cases<R> {
        /** Wire type {@code contractmon}. */
        R contractActivity(ContractActivity push);

        /** Wire type {@code event}. */
        R contractEvent(ContractEvent push);

        /** Wire type {@code otm}. */
        R oneTime(OneTimeTransaction push);

        /** Any other type. */
        R unknown(UnknownPush push);
    }
}
