package dev.lookout.model.vite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lookout.model.InvalidValueException;
import dev.lookout.model.InvalidValueException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {
    @Tag("VITE-CASE-75")
    @ParameterizedTest
    @CsvSource({
        "vite_ab24ef68b84e642c0ddca06beec81c9acb1977bbd7da27a87a, USER",
        "vite_bcdc5b9dd0ed0de7de2f0e97c36638e108aa64a2bedc22c0e6, USER",
        "vite_69f3bdb5cdcfa145ae6cc42593a89088ff3dac587eb692d689, USER",
        "vite_010203040506070809080706050403020102030412227c8b71, USER",
        "vite_0102030405060708090807060504030201020304eddd83748e, CONTRACT",
        "vite_79ac3daebdfed6947c0aaeacd418eadf38a94dddefbd4acec1, CONTRACT",
        "vite_32f15c00af28d981033016214c2e19ffc058aaf3b36f4980ae, CONTRACT",
        "vite_0000000000000000000000000000000000000000a4f3a0cb58, USER",
        "vite_0000000000000000000000000000000000000003f6af7459b9, CONTRACT",
        "vite_0000000000000000000000000000000000000004d28108e76b, CONTRACT",
        "vite_000000000000000000000000000000000000000595292d996d, CONTRACT",
        "vite_0000000000000000000000000000000000000006e82b8ba657, CONTRACT",
        "vite_00000000000000000000000000000000000000079710f19dc7, CONTRACT",
        "vite_3345524abf6bbe1809449224b5972c41790b6cf2e22fcb5caf, USER",
        "vite_00000000000000000000000000000000000000042d7ef71894, USER"
    })
    void textSurvivesTheBinaryFormAndTellsTheKind(String text, Address.Kind kind) {
        Address address = Address.parse(text);

        assertThat(address.kind()).isEqualTo(kind);
        assertThat(Address.of(address.bytes())).isEqualTo(address).hasToString(text);
    }

    @Tag("VITE-CASE-76")
    @Test
    void contractOfTheOfficialDocsWithAUsersChecksumIsAccepted() {
        Address address = Address.parse("vite_f48f811a1800d9bde268e3d2eacdc4b4f8b9110e017bd7a76f");

        assertThat(address.kind()).isEqualTo(Address.Kind.USER);
    }

    @Tag("VITE-CASE-28")
    @ParameterizedTest
    @CsvSource({
        "vite_bcdc5b9dd0ed0de7de2f0e97c36638e108aa64a2bedc22c0e7, CHECKSUM",
        "vite_asdc5b9dd0ed0de7de2f0e97c36638e108aa64a2bedc22c0e6, DIGIT",
        "aite_bcdc5b9dd0ed0de7de2f0e97c36638e108aa64a2bedc22c0e6, FORM",
        "VITE_bcdc5b9dd0ed0de7de2f0e97c36638e108aa64a2bedc22c0e6, FORM",
        "1231231, FORM",
        "'', FORM",
        "vite_f48f811a1800d9bde268e3d2eacdc4b4f8b9110e017bd7a760, CHECKSUM"
    })
    void whatIsNoAddressSaysWhy(String text, Reason reason) {
        InvalidValueException e = catchThrowableOfType(InvalidValueException.class, () -> Address.parse(text));

        assertThat(e.reason()).isEqualTo(reason);
        assertThat(e.text()).isEqualTo(text);
        assertThat(e.length()).isEqualTo(text.length());
    }

    @Test
    void firstBadDigitIsNamed() {
        String text = "vite_zz" + "q".repeat(48);

        InvalidValueException e = catchThrowableOfType(InvalidValueException.class, () -> Address.parse(text));

        assertThat(e.digit()).isEqualTo('z');
    }

    @Test
    void digitsOfOtherScriptsAreNone() {
        // The node counts bytes: 47 letters and one three-byte digit fill the 50 bytes.
        String text = "vite_" + "0".repeat(47) + "\uff11";

        InvalidValueException e = catchThrowableOfType(InvalidValueException.class, () -> Address.parse(text));

        assertThat(e.reason()).isEqualTo(Reason.DIGIT);
        assertThat(e.digit()).isEqualTo(0xef);
    }

    @Tag("VITE-CASE-29")
    @Test
    void upperCaseDigitsGoInAndLowerCaseComesOut() {
        String text = "vite_ab24ef68b84e642c0ddca06beec81c9acb1977bbd7da27a87a";
        String upper = "vite_" + text.substring(5).toUpperCase(Locale.ROOT);

        assertThat(Address.parse(upper)).isEqualTo(Address.parse(text)).hasToString(text);
    }

    @Test
    void userAndContractOfOneCoreDiffer() {
        Address user = Address.parse("vite_010203040506070809080706050403020102030412227c8b71");
        Address contract = Address.parse("vite_0102030405060708090807060504030201020304eddd83748e");

        assertThat(user).isNotEqualTo(contract).isLessThan(contract);
    }

    @Tag("VITE-TYPE-4")
    @Test
    void publicKeyHasTheAddressThatARealNodeSigned() {
        byte[] key = Base64.getDecoder().decode("VMupcDG1fS/xDrnuaCV4GgD9Mf8o2BmgJmMsvgC2p3o=");

        Address address = Address.ofPublicKey(Bytes.of(key));

        assertThat(address).hasToString("vite_75e6d2a1006018c1c4adc3418e899ca47487720f96e1d4572e");
        assertThat(address.kind()).isEqualTo(Address.Kind.USER);
    }

    @Test
    void emptyPublicKeyHasTheProducerOfTriggeredSends() {
        assertThat(Address.ofPublicKey(Bytes.EMPTY))
                .hasToString("vite_3345524abf6bbe1809449224b5972c41790b6cf2e22fcb5caf");
    }

    @Test
    void binaryFormOfAnotherLengthOrKindIsRefused() {
        assertThatThrownBy(() -> Address.of(new byte[20])).hasMessageContaining("21 bytes, not 20");
        byte[] odd = new byte[21];
        odd[20] = 2;
        assertThatThrownBy(() -> Address.of(odd)).hasMessageContaining("not 2");
    }

    @ParameterizedTest
    @CsvSource({
        "5, '', 7d64c5272e",
        "20, '', 3345524abf6bbe1809449224b5972c41790b6cf2",
        "32, '', 0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8",
        "32, abc, bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"
    })
    void digestLengthIsPartOfTheHash(int length, String input, String digest) {
        byte[] bytes = Blake2b.digest(length, input.getBytes(StandardCharsets.US_ASCII));

        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(digest);
    }
}
