package dev.lookout.gateway.vigil;

import static dev.lookout.gateway.vigil.Chain.BOB;
import static dev.lookout.gateway.vigil.Chain.CONTRACT;
import static dev.lookout.gateway.vigil.Chain.GENESIS;
import static dev.lookout.gateway.vigil.Chain.block;
import static dev.lookout.gateway.vigil.Chain.book;
import static dev.lookout.gateway.vigil.Chain.eventData;
import static dev.lookout.gateway.vigil.Chain.inputJson;
import static dev.lookout.gateway.vigil.Chain.messages;
import static dev.lookout.gateway.vigil.Chain.receipt;
import static dev.lookout.gateway.vigil.Chain.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lookout.gateway.evm.AbiText;
import dev.lookout.gateway.evm.CreatedAddress;
import dev.lookout.gateway.evm.EvmJson;
import dev.lookout.model.vigil.EvmAddress;
import dev.lookout.model.vigil.Keccak256;
import dev.lookout.transport.JsonValue;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of the protocol notes, compared as text: members in order, numbers digit by digit. */
class VigilVectorsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                addPost(string,string,string,string) | 0x4c57e97a18c1628fbfb2a25a3a647c8436a651a8b5fe081444d3e7e29017806d
                setContractInformation(uint8,string) | 0x78094fcc617746a9f9e1fdb74214f57c8b4269e4514ced49f2740d12c1201d22
                changeBlogTitle(string) | 0xcb700db65645ffbc63958e2ad4bbca985d50658656a300bc12d346ca11d5f9bd
                transfer(address,uint256) | 0xa9059cbb2ab09eb219583f4a59a5d0623ade346d962bcd4e46b11da047c9049b
                NewPost(uint256,string) | 0xd6776279c71a3ea4ff2f39a59a3f67988668530051fd75b27649d7a85b383774
                NewPost(uint256,string,string) | 0x20a9ecb5e853c295b0007d91fb324713e027eba3e3e96c4023f50a3db6ff78fb
                ContractIncremented(uint8,address,string) | 0x1de848a8b71ea04e0be15e67340e0106884d6b70094062dcebfb0096ffa8c782
                Transfer(address,address,uint256) | 0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef
                Approval(address,address,uint256) | 0x8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925
                ConfirmationSigRecieved(uint256,address) | 0xe6e3f86739436a7661533fe97d49916e13d03d56c85b967e7e8b573257c3d254
                TodoItemUpdated(uint256,bool) | 0x44de923bc75bb8f5303c48ecfc18cd756a9f84d1202ed4646853388a0fd18ef7
                """)
    @Tag("VIGIL-V-1")
    @Tag("VIGIL-B-01")
    void signaturesHashAsStated(String signature, String hash) {
        var function = AbiText.abi("function " + signature);

        assertThat(Keccak256.hash(signature)).hasToString(hash);
        assertThat(inputJson(function, hash.substring(0, 10)))
                .contains("\"selector\":\"" + hash.substring(2, 10) + "\",\"hash\":\"" + hash + "\"");
    }

    @Test
    @Tag("VIGIL-V-2")
    @Tag("VIGIL-B-02")
    void callWithFourStrings() {
        var abi = AbiText.abi("function addPost(string title,string body,string url,string photo)");

        assertThat(inputJson(abi, """
                0x4c57e97a
                0000000000000000000000000000000000000000000000000000000000000080
                00000000000000000000000000000000000000000000000000000000000000c0
                0000000000000000000000000000000000000000000000000000000000000100
                0000000000000000000000000000000000000000000000000000000000000140
                000000000000000000000000000000000000000000000000000000000000000a
                466972737420506f737400000000000000000000000000000000000000000000
                0000000000000000000000000000000000000000000000000000000000000015
                54686973206973206d7920666972737420706f73740000000000000000000000
                0000000000000000000000000000000000000000000000000000000000000016
                68747470733a2f2f6d61746963766967696c2e636f6d00000000000000000000
                0000000000000000000000000000000000000000000000000000000000000004
                6e6f6e6500000000000000000000000000000000000000000000000000000000
                """)).isEqualTo("""
                {"method":{"name":"addPost","canonical_signature":"addPost(string,string,string,string)","selector":\
                "4c57e97a","hash":"0x4c57e97a18c1628fbfb2a25a3a647c8436a651a8b5fe081444d3e7e29017806d"},"input_data"\
                :[{"param_name":"title","param_type":"string","value":"First Post"},{"param_name":"body","param_type\
                ":"string","value":"This is my first post"},{"param_name":"url","param_type":"string","value":"https\
                ://maticvigil.com"},{"param_name":"photo","param_type":"string","value":"none"}]}""");
    }

    @Test
    @Tag("VIGIL-V-3")
    @Tag("VIGIL-B-03")
    void eventWithoutIndexedParameters() {
        String data = eventData("event NewPost(uint256 id,string title)", """
                0xd6776279c71a3ea4ff2f39a59a3f67988668530051fd75b27649d7a85b383774
                --
                0000000000000000000000000000000000000000000000000000000000000002
                0000000000000000000000000000000000000000000000000000000000000040
                000000000000000000000000000000000000000000000000000000000000000a
                466972737420506f737400000000000000000000000000000000000000000000
                """);

        assertThat(data).isEqualTo("""
                {"id":2,"title":"First Post"}""");
    }

    @Test
    @Tag("VIGIL-V-4")
    @Tag("VIGIL-B-04")
    void valueAboveTwoToThe53() {
        String data = eventData("event Transfer(address indexed from,address indexed to,uint256 value)", """
                0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef
                0x0000000000000000000000005dad7600c5d89fe3824ffa99ec1c3eb8bf3b0501
                0x0000000000000000000000003440326f551b8a7ee198cee35cb5d517f2d296a2
                --
                00000000000000000000000000000000000000000000029d42b64e76714244cb
                """);

        assertThat(data).isEqualTo("""
                {"value":12345678901234567890123,"from":"0x5dad7600c5d89fe3824ffa99ec1c3eb8bf3b0501","to":"0x3440326\
                f551b8a7ee198cee35cb5d517f2d296a2"}""");
    }

    @Test
    @Tag("VIGIL-V-4")
    @Tag("VIGIL-B-04")
    void largestValue() {
        String data = eventData("event Transfer(address indexed from,address indexed to,uint256 value)", """
                0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef
                0x0000000000000000000000005dad7600c5d89fe3824ffa99ec1c3eb8bf3b0501
                0x0000000000000000000000003440326f551b8a7ee198cee35cb5d517f2d296a2
                --
                ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff
                """);

        assertThat(data).isEqualTo("""
                {"value":115792089237316195423570985008687907853269984665640564039457584007913129639935,"from":"0x5d\
                ad7600c5d89fe3824ffa99ec1c3eb8bf3b0501","to":"0x3440326f551b8a7ee198cee35cb5d517f2d296a2"}""");
    }

    @Test
    @Tag("VIGIL-V-5")
    @Tag("VIGIL-B-05")
    void indexedDynamicArraysBytesNegative() {
        String data = eventData(
                "event Tagged(string indexed tag,address indexed who,int256 indexed delta,uint256[] values,bytes blob,bytes4 sel,bool ok,int8 small)",
                """
                0xe3c4a79306e4743bcf361bdcb3f5ce5141d2e0ad493ae25a52ffebf9d9539724
                0xa827b848d338b362a9edc3f5d9143a504828207dd0d1d6515b2b3968154d59b0
                0x0000000000000000000000003440326f551b8a7ee198cee35cb5d517f2d296a2
                0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffb
                --
                00000000000000000000000000000000000000000000000000000000000000a0
                0000000000000000000000000000000000000000000000000000000000000100
                4c57e97a00000000000000000000000000000000000000000000000000000000
                0000000000000000000000000000000000000000000000000000000000000001
                ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff80
                0000000000000000000000000000000000000000000000000000000000000002
                0000000000000000000000000000000000000000000000000000000000000001
                0000000000000000000000000000000000000000000000010000000000000000
                0000000000000000000000000000000000000000000000000000000000000004
                deadbeef00000000000000000000000000000000000000000000000000000000
                """);

        assertThat(data).isEqualTo("""
                {"values":[1,18446744073709551616],"blob":"0xdeadbeef","sel":"0x4c57e97a","ok":true,"small":-128,"ta\
                g":"0xa827b848d338b362a9edc3f5d9143a504828207dd0d1d6515b2b3968154d59b0","who":"0x3440326f551b8a7ee19\
                8cee35cb5d517f2d296a2","delta":-5}""");
    }

    @Test
    @Tag("VIGIL-V-6")
    @Tag("VIGIL-B-06")
    void tuplesAndFixedArrays() {
        var abi = AbiText.abi(
                "function submitOrders((uint256 id,address maker,bytes32 salt)[] orders,uint8[3] flags,bytes note)");

        assertThat(inputJson(abi, """
                0x84f71a42
                00000000000000000000000000000000000000000000000000000000000000a0
                0000000000000000000000000000000000000000000000000000000000000001
                0000000000000000000000000000000000000000000000000000000000000002
                0000000000000000000000000000000000000000000000000000000000000003
                0000000000000000000000000000000000000000000000000000000000000180
                0000000000000000000000000000000000000000000000000000000000000002
                0000000000000000000000000000000000000000000000000000000000000007
                0000000000000000000000005dad7600c5d89fe3824ffa99ec1c3eb8bf3b0501
                1111111111111111111111111111111111111111111111111111111111111111
                0000000000000000000000000000000000000000000000000000000000000008
                0000000000000000000000003440326f551b8a7ee198cee35cb5d517f2d296a2
                2222222222222222222222222222222222222222222222222222222222222222
                0000000000000000000000000000000000000000000000000000000000000000
                """)).isEqualTo("""
                {"method":{"name":"submitOrders","canonical_signature":"submitOrders((uint256,address,bytes32)[],uin\
                t8[3],bytes)","selector":"84f71a42","hash":"0x84f71a425ac47f5b4439e90d32dd1bbd2ab862d3a33d4dacfac379\
                09d854a516"},"input_data":[{"param_name":"orders","param_type":"(uint256,address,bytes32)[]","value"\
                :[[7,"0x5dad7600c5d89fe3824ffa99ec1c3eb8bf3b0501","0x11111111111111111111111111111111111111111111111\
                11111111111111111"],[8,"0x3440326f551b8a7ee198cee35cb5d517f2d296a2","0x22222222222222222222222222222\
                22222222222222222222222222222222222"]]},{"param_name":"flags","param_type":"uint8[3]","value":[1,2,3\
                ]},{"param_name":"note","param_type":"bytes","value":"0x"}]}""");
    }

    @Test
    @Tag("VIGIL-V-7")
    @Tag("VIGIL-B-07")
    void parallelArrays() {
        var abi = AbiText.abi(
                "function addExpense(bytes32 billUUIDHash,address[] debitors,address creditor,uint256[] amounts,address group)");

        assertThat(inputJson(abi, """
                0x30b434da
                abababababababababababababababababababababababababababababababab
                00000000000000000000000000000000000000000000000000000000000000a0
                0000000000000000000000001b5ceb79b60dc455ad691d856e6e4025cf542caa
                0000000000000000000000000000000000000000000000000000000000000100
                0000000000000000000000002c037f88bca3021fd6b2fad72f80f1ed5d256f0f
                0000000000000000000000000000000000000000000000000000000000000002
                0000000000000000000000005dad7600c5d89fe3824ffa99ec1c3eb8bf3b0501
                0000000000000000000000003440326f551b8a7ee198cee35cb5d517f2d296a2
                0000000000000000000000000000000000000000000000000000000000000002
                00000000000000000000000000000000000000000000000000000000000000fa
                000000000000000000000000000000000000000000000000ab54a98ceb1f0ad2
                """)).isEqualTo("""
                {"method":{"name":"addExpense","canonical_signature":"addExpense(bytes32,address[],address,uint256[]\
                ,address)","selector":"30b434da","hash":"0x30b434da659d175251e595f0559cb2087c6223911619d895c3b5d1aa2\
                6c7135f"},"input_data":[{"param_name":"billUUIDHash","param_type":"bytes32","value":"0xababababababa\
                bababababababababababababababababababababababababab"},{"param_name":"debitors","param_type":"address\
                []","value":["0x5dad7600c5d89fe3824ffa99ec1c3eb8bf3b0501","0x3440326f551b8a7ee198cee35cb5d517f2d296a\
                2"]},{"param_name":"creditor","param_type":"address","value":"0x1b5ceb79b60dc455ad691d856e6e4025cf54\
                2caa"},{"param_name":"amounts","param_type":"uint256[]","value":[250,12345678901234567890]},{"param_\
                name":"group","param_type":"address","value":"0x2c037f88bca3021fd6b2fad72f80f1ed5d256f0f"}]}""");
    }

    @Test
    @Tag("VIGIL-V-8")
    @Tag("VIGIL-B-08")
    @Tag("VIGIL-PAY-1")
    @Tag("VIGIL-PAY-6")
    void dynamicFeeTransactionEndToEnd() {
        var abi = AbiText.abi(
                "function setContractInformation(uint8 incrValue,string _note)",
                "event ContractIncremented(uint8 incrementedValue,address incrementedBy,string newNote)");
        String blockJson = """
                {"number":"0x1406f40","timestamp":"0x6553f100","baseFeePerGas":"0x59682f07","hash":"0x11111111111111\
                11111111111111111111111111111111111111111111111111","parentHash":"0x22222222222222222222222222222222\
                22222222222222222222222222222222","transactions":[{"hash":"0xa7787be09eae724fc84aeea865394ce241ef6f2\
                7b8f705f1cfbd7d99f427de44","from":"0x5dad7600C5D89fE3824fFa99ec1c3eB8BF3b0501","to":"0x2c037F88bcA30\
                21FD6B2FaD72F80f1Ed5d256F0f","gas":"0x1d4c0","value":"0x0","type":"0x2","maxFeePerGas":"0xdf8475800"\
                ,"maxPriorityFeePerGas":"0x6fc23ac00","gasPrice":"0x7558bdb07","transactionIndex":"0x3","blockNumber\
                ":"0x1406f40","input":"0x78094fcc0000000000000000000000000000000000000000000000000000000000000096000\
                0000000000000000000000000000000000000000000000000000000000040000000000000000000000000000000000000000\
                000000000000000000000000f517561727465726c7920636865636b0000000000000000000000000000000000"}]}""";
        String receiptsJson = """
                [{"status":"0x1","gasUsed":"0x16062","effectiveGasPrice":"0x7558bdb07","contractAddress":null,"logs"\
                :[{"address":"0x2c037F88bcA3021FD6B2FaD72F80f1Ed5d256F0f","logIndex":"0x11","transactionIndex":"0x3"\
                ,"blockNumber":"0x1406f40","transactionHash":"0xa7787be09eae724fc84aeea865394ce241ef6f27b8f705f1cfbd\
                7d99f427de44","removed":false,"topics":["0x1de848a8b71ea04e0be15e67340e0106884d6b70094062dcebfb0096f\
                fa8c782"],"data":"0x00000000000000000000000000000000000000000000000000000000000000960000000000000000\
                000000005dad7600c5d89fe3824ffa99ec1c3eb8bf3b05010000000000000000000000000000000000000000000000000000\
                000000000060000000000000000000000000000000000000000000000000000000000000000f517561727465726c79206368\
                65636b0000000000000000000000000000000000"}],"transactionHash":"0xa7787be09eae724fc84aeea865394ce241e\
                f6f27b8f705f1cfbd7d99f427de44"}]""";

        var block = EvmJson.block(JsonValue.parse(blockJson), JsonValue.parse(receiptsJson));

        assertThat(messages(book(abi), block)).containsExactly("""
                        {"type":"contractmon","txHash":"0xa7787be09eae724fc84aeea865394ce241ef6f27b8f705f1cfbd7d99f427de44",\
                        "fromAddress":"0x5dad7600c5d89fe3824ffa99ec1c3eb8bf3b0501","input":"0x78094fcc0000000000000000000000\
                        0000000000000000000000000000000000000000960000000000000000000000000000000000000000000000000000000000\
                        000040000000000000000000000000000000000000000000000000000000000000000f517561727465726c7920636865636b\
                        0000000000000000000000000000000000","inputJSON":{"method":{"name":"setContractInformation","canonica\
                        l_signature":"setContractInformation(uint8,string)","selector":"78094fcc","hash":"0x78094fcc617746a9\
                        f9e1fdb74214f57c8b4269e4514ced49f2740d12c1201d22"},"input_data":[{"param_name":"incrValue","param_ty\
                        pe":"uint8","value":150},{"param_name":"_note","param_type":"string","value":"Quarterly check"}]},"t\
                        oAddress":"0x2c037f88bca3021fd6b2fad72f80f1ed5d256f0f","gasUsed":90210,"gas":120000,"gasPrice":31500\
                        000007,"value":0,"status":1}""", """
                        {"type":"event","txHash":"0xa7787be09eae724fc84aeea865394ce241ef6f27b8f705f1cfbd7d99f427de44","logIn\
                        dex":17,"blockNumber":21000000,"transactionIndex":3,"contract":"0x2c037f88bca3021fd6b2fad72f80f1ed5d\
                        256f0f","event_name":"ContractIncremented","event_data":{"incrementedValue":150,"incrementedBy":"0x5\
                        dad7600c5d89fe3824ffa99ec1c3eb8bf3b0501","newNote":"Quarterly check"},"maticvigil_event_id":1,"ctime\
                        ":1700000000}""");
    }

    @Test
    @Tag("VIGIL-V-9")
    @Tag("VIGIL-B-09")
    @Tag("VIGIL-D-30")
    void failedCallIsDeliveredWithoutEvents() {
        var failed = Chain.call("failed", 0, """
                0xa9059cbb
                0000000000000000000000003440326f551b8a7ee198cee35cb5d517f2d296a2
                00000000000000000000000000000000000000000000003635c9adc5dea00000
                """);
        var abi = AbiText.abi("function transfer(address to,uint256 value)");

        assertThat(messages(book(abi), block("b", GENESIS, 1, List.of(failed), receipt(failed, 0))))
                .singleElement()
                .asString()
                .endsWith("""
                "input_data":[{"param_name":"to","param_type":"address","value":"0x3440326f551b8a7ee198cee35cb5d517f\
                2d296a2"},{"param_name":"value","param_type":"uint256","value":1000000000000000000000}]},"toAddress"\
                :"0x2c037f88bca3021fd6b2fad72f80f1ed5d256f0f","gasUsed":26431,"gas":50000,"gasPrice":30000000000,"va\
                lue":0,"status":0}""");
    }

    @Test
    @Tag("VIGIL-V-10")
    @Tag("VIGIL-B-10")
    void anonymousEvent() {
        String data = eventData("event Ping(uint256 indexed n,address who) anonymous", """
                0x0000000000000000000000000000000000000000000000000000000000000009
                --
                0000000000000000000000003440326f551b8a7ee198cee35cb5d517f2d296a2
                """);

        assertThat(data).isEqualTo("""
                {"who":"0x3440326f551b8a7ee198cee35cb5d517f2d296a2","n":9}""");
    }

    @Test
    @Tag("VIGIL-V-11")
    @Tag("VIGIL-B-11")
    void stringBeyondAscii() {
        var abi = AbiText.abi("function changeBlogTitle(string _blogTitle)");

        assertThat(inputJson(abi, """
                0xcb700db6
                0000000000000000000000000000000000000000000000000000000000000020
                000000000000000000000000000000000000000000000000000000000000000f
                5a61c5bcc3b3c582c48720f09fa68a0000000000000000000000000000000000
                """)).isEqualTo("""
                {"method":{"name":"changeBlogTitle","canonical_signature":"changeBlogTitle(string)","selector":"cb70\
                0db6","hash":"0xcb700db65645ffbc63958e2ad4bbca985d50658656a300bc12d346ca11d5f9bd"},"input_data":[{"p\
                aram_name":"_blogTitle","param_type":"string","value":"Zażółć 🦊"}]}""");
    }

    @Test
    @Tag("VIGIL-V-12")
    @Tag("VIGIL-B-12")
    @Tag("VIGIL-D-29")
    void creation() {
        String blockJson = """
                {"number":"0x1","hash":"0x1111111111111111111111111111111111111111111111111111111111111111","parentH\
                ash":"0x2222222222222222222222222222222222222222222222222222222222222222","timestamp":"0x1","transac\
                tions":[{"hash":"0x5b8efb3c7f5f2d2f7eb7b135dca4a49274ab42905477f5a15c90a107ee3192f8","transactionInd\
                ex":"0x0","from":"0x1b5ceb79b60dc455ad691d856e6e4025cf542caa","to":null,"gas":"0x16e360","gasPrice":\
                "0x2540be400","type":"0x0","value":"0x0","input":"0x608060405200000000000000000000000000000000000000\
                0000000000000000000000004000000000000000000000000000000000000000000000000000000000000000800000000000\
                000000000000000000000000000000000000000000000000000007546865426c6f6700000000000000000000000000000000\
                0000000000000000000000000000000000000000000000000000000000000000000000000000000006616e6f6d6974000000\
                0000000000000000000000000000000000000000000000"}]}""";
        String receiptsJson = """
                [{"transactionHash":"0x5b8efb3c7f5f2d2f7eb7b135dca4a49274ab42905477f5a15c90a107ee3192f8","status":"0\
                x1","gasUsed":"0x1250d9","contractAddress":"0x74ba63bffdd671d23a392302ab328ba99f1d01f7","logs":[]}]""";

        var block = EvmJson.block(JsonValue.parse(blockJson), JsonValue.parse(receiptsJson));

        assertThat(messages(book(null), block)).containsExactly("""
                        {"type":"otm","txHash":"0x5b8efb3c7f5f2d2f7eb7b135dca4a49274ab42905477f5a15c90a107ee3192f8","fromAdd\
                        ress":"0x1b5ceb79b60dc455ad691d856e6e4025cf542caa","input":"0x60806040520000000000000000000000000000\
                        0000000000000000000000000000000000400000000000000000000000000000000000000000000000000000000000000080\
                        0000000000000000000000000000000000000000000000000000000000000007546865426c6f670000000000000000000000\
                        00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000006616e6f6d\
                        69740000000000000000000000000000000000000000000000000000","inputJSON":{"method":{"name":"ContractDep\
                        loy"},"input_data":"0x608060405200000000000000000000000000000000000000000000000000000000000000400000\
                        0000000000000000000000000000000000000000000000000000000000800000000000000000000000000000000000000000\
                        000000000000000000000007546865426c6f6700000000000000000000000000000000000000000000000000000000000000\
                        0000000000000000000000000000000000000000000000000006616e6f6d6974000000000000000000000000000000000000\
                        0000000000000000"},"toAddress":null,"gasUsed":1200345,"gas":1500000,"gasPrice":10000000000,"value":0\
                        ,"status":1}""");
    }

    @ParameterizedTest
    @CsvSource({
        "7, 0x74ba63bffdd671d23a392302ab328ba99f1d01f7",
        "0, 0x25a25a4cd120784f7428d26001d9e34ffb90fafe",
        "128, 0xba687970f161374e090463548abd4858907de9fa"
    })
    @Tag("VIGIL-V-12")
    void addressOfACreatedContract(long nonce, String address) {
        assertThat(CreatedAddress.of(Chain.DEPLOYER, nonce)).hasToString(address);
    }

    @Test
    @Tag("VIGIL-V-13")
    @Tag("VIGIL-B-13")
    void indexedBeforeNonIndexed() {
        String data = eventData("event ConfirmationSigRecieved(uint256 indexed uniqueID,address signer)", """
                0xe6e3f86739436a7661533fe97d49916e13d03d56c85b967e7e8b573257c3d254
                0x0000000000000000000000000000000000000000000000000000000000000001
                --
                0000000000000000000000003440326f551b8a7ee198cee35cb5d517f2d296a2
                """);

        assertThat(data).isEqualTo("""
                {"signer":"0x3440326f551b8a7ee198cee35cb5d517f2d296a2","uniqueID":1}""");
    }

    @Test
    @Tag("VIGIL-V-14")
    @Tag("VIGIL-B-14")
    void nestedTupleSignature() {
        var abi = AbiText.abi("function register(((uint256 n,string s) inner,address who) p,bool ok)");

        assertThat(inputJson(abi, "0x63585c12")).startsWith("""
                {"method":{"name":"register","canonical_signature":"register(((uint256,string),address),bool)","sele\
                ctor":"63585c12","hash":"0x63585c1276460a8cb50fbfee8e8aee92ec98eb48c9abaaabfa0e03b543198165"}""");
    }

    @Test
    @Tag("VIGIL-V-15")
    @Tag("VIGIL-B-15")
    void payableCallWithValueAboveTwoToThe53() {
        var deposit = transaction("deposit", 0, BOB, CONTRACT, "0xd0e30db0", new BigInteger("112210f47de98115", 16));
        var abi = AbiText.abi("function deposit()");

        assertThat(messages(book(abi), block("b", GENESIS, 1, List.of(deposit), receipt(deposit, 1))))
                .singleElement()
                .asString()
                .contains("\"input_data\":[]", "\"value\":1234567890123456789,");
    }

    @Test
    @Tag("VIGIL-V-16")
    @Tag("VIGIL-B-16")
    void emptyCalldata() {
        assertThat(inputJson(AbiText.abi("receive", "fallback"), "0x")).isEqualTo("""
                {"method":{"name":"receive","canonical_signature":null,"selector":null,"hash":null},"input_data":[]}""");
        assertThat(inputJson(AbiText.abi("fallback"), "0x")).contains("\"name\":\"fallback\"");
        assertThat(inputJson(AbiText.abi(), "0x")).contains("\"name\":null").endsWith("\"input_data\":[]}");
    }

    @Test
    @Tag("VIGIL-V-17")
    @Tag("VIGIL-B-16")
    void unknownSelector() {
        assertThat(inputJson(AbiText.abi(), "0xdeadbeef00")).isEqualTo("""
                {"method":{"name":null,"canonical_signature":null,"selector":"deadbeef","hash":null},"input_data":"0\
                xdeadbeef00"}""");
        assertThat(inputJson(AbiText.abi(), "0xdeadbe"))
                .contains("\"selector\":null")
                .endsWith("\"input_data\":\"0xdeadbe\"}");
    }

    @Test
    @Tag("VIGIL-V-18")
    @Tag("VIGIL-B-16")
    void truncatedArguments() {
        String input = Chain.joined("""
                0xa9059cbb
                0000000000000000000000003440326f551b8a7ee198cee35cb5d517f2d296a2
                """);
        var abi = AbiText.abi("function transfer(address to,uint256 value)");

        assertThat(inputJson(abi, input)).isEqualTo("""
                {"method":{"name":"transfer","canonical_signature":"transfer(address,uint256)","selector":"a9059cbb"\
                ,"hash":"0xa9059cbb2ab09eb219583f4a59a5d0623ade346d962bcd4e46b11da047c9049b"},"input_data":\"""" + input + "\"}");
    }

    @Test
    @Tag("VIGIL-V-19")
    void checksumsAreReadAndNotWritten() {
        var alice = EvmAddress.parse("0x5dad7600C5D89fE3824fFa99ec1c3eB8BF3b0501");

        assertThat(alice).hasToString("0x5dad7600c5d89fe3824ffa99ec1c3eb8bf3b0501");
        assertThat(alice.toChecksumText()).isEqualTo("0x5dad7600C5D89fE3824fFa99ec1c3eB8BF3b0501");
        assertThat(CONTRACT.toChecksumText()).isEqualTo("0x2c037F88bcA3021FD6B2FaD72F80f1Ed5d256F0f");
    }

    @ParameterizedTest
    @CsvSource({
        "0x274cb, 160971",
        "0x23ba2, 146338",
        "0x12a05f200, 5000000000",
        "0x164806, 1460230",
        "0x14417a, 1327482",
        "0x2540be400, 10000000000",
        "0x1e9d3b, 2006331",
        "0x5f11ae4c, 1594994252"
    })
    @Tag("VIGIL-V-20")
    void quantities(String quantity, long number) {
        String block = "{\"number\":\"" + quantity + "\",\"timestamp\":\"" + quantity + "\",\"hash\":\"" + GENESIS
                + "\",\"parentHash\":\"" + GENESIS + "\",\"transactions\":[]}";

        assertThat(EvmJson.block(JsonValue.parse(block), JsonValue.parse("[]")))
                .returns(number, parsed -> parsed.number())
                .returns(number, parsed -> parsed.timestamp());
    }
}
