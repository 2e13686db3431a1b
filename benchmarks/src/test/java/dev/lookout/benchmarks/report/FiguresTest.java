package dev.lookout.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void theMedianIsTheMiddleOneOrTheMeanOfTheMiddleTwo() {
        assertThat(Figures.median(5)).isEqualTo(5);
        assertThat(Figures.median(9, 1, 5)).isEqualTo(5);
        assertThat(Figures.median(9, 1, 5, 6)).isEqualTo(5.5);
    }
}
