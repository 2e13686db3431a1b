package dev.lookout.gateway.vite;

/** In which order the blocks of one roll-back are announced (ADR 40). */
public enum UndoOrder {
    /** The block that was inserted last is taken back first: an undo is the redo backwards. The default. */
    NEWEST_FIRST,
    /** As a node of go-vite 2.14 lists them: snapshot blocks by ascending height, account blocks oldest first. */
    AS_LISTED
}
