package dev.lookout.model.vite;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What an account block does, by its number on the wire (VITE section 6.2). Numbers of a newer node are kept; they are
 * neither a send nor a receive to us.
 *
 * @param code the number on the wire
 */
public record BlockType(@JsonValue int code) {
    public static final BlockType CREATE_CONTRACT = new BlockType(1);
    public static final BlockType CALL = new BlockType(2);
    public static final BlockType REWARD = new BlockType(3);
    public static final BlockType RECEIVE = new BlockType(4);

    /** A receive whose execution failed; counts as received all the same. */
    public static final BlockType RECEIVE_ERROR = new BlockType(5);

    public static final BlockType REFUND = new BlockType(6);

    /** A receive of the genesis state: it receives the all-zero hash. */
    public static final BlockType GENESIS_RECEIVE = new BlockType(7);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static BlockType of(int code) {
        return new BlockType(code);
    }

    public boolean isSend() {
        return (code >= 1 && code <= 3) || code == 6;
    }

    public boolean isReceive() {
        return code == 4 || code == 5 || code == 7;
    }

    public boolean isKnown() {
        return code >= 1 && code <= 7;
    }
}
