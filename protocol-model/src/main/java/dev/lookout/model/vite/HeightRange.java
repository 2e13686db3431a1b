package dev.lookout.model.vite;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Heights of one account chain, both ends included (VITE section 4.2).
 *
 * @param from first height; {@link Height#ZERO} = no lower bound
 * @param to last height; {@code ZERO} = no upper bound, else not below {@code from}
 */
@JsonPropertyOrder({"fromHeight", "toHeight"})
@JsonDeserialize(using = HeightRangeReader.class)
public record HeightRange(
        @JsonProperty("fromHeight") Height from,
        @JsonProperty("toHeight") Height to) {
    /** No bound at either end. */
    public static final HeightRange ALL = new HeightRange(Height.ZERO, Height.ZERO);

    /** @throws IllegalArgumentException if {@code to} is set and below {@code from} */
    public HeightRange {
        if (!to.isZero() && to.compareTo(from) < 0) {
            throw new IllegalArgumentException("to height " + to + " < from height " + from);
        }
    }

    public boolean contains(Height height) {
        return height.compareTo(from) >= 0 && (to.isZero() || height.compareTo(to) <= 0);
    }

    /** The two texts as they travel. */
    record Wire(
            @JsonProperty(required = true) Height fromHeight,
            @JsonProperty(required = true) Height toHeight) {
        @JsonCreator
        Wire {}
    }
}
