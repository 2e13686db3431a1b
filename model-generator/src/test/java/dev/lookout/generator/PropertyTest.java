package dev.lookout.generator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PropertyTest {
    @ParameterizedTest
    @CsvSource({
        "hash, hash",
        "accountBlockHash, accountBlockHash",
        "event_name, eventName",
        "maticvigil_event_id, maticvigilEventId",
        "sessionID, sessionId",
        "inputJSON, inputJson",
        "AccountBlocks, accountBlocks",
        "isReIssuable, isReIssuable"
    })
    void wireNamesBecomeJavaNames(String wireName, String javaName) {
        assertThat(Property.javaName(wireName)).isEqualTo(javaName);
    }
}
