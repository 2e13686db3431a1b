package dev.lookout.gateway.evm;

import dev.lookout.model.vigil.EvmAddress;
import dev.lookout.model.vigil.Keccak256;
import dev.lookout.transport.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The contracts of a generated chain, by turns a token like ERC-20 and a blog like the one in the vendor's tutorial. */
final class DevContracts {
    static final EvmAddress DEPLOYER = account("deployer");

    static final String TOKEN_ABI = """
            [{"type":"function","name":"transfer","inputs":[{"name":"to","type":"address"},{"name":"value","type":"uint256"}]},
            {"type":"function","name":"approve","inputs":[{"name":"spender","type":"address"},{"name":"value","type":"uint256"}]},
            {"type":"function","name":"deposit","inputs":[]},{"type":"receive"},
            {"type":"event","name":"Transfer","inputs":[{"name":"from","type":"address","indexed":true},
            {"name":"to","type":"address","indexed":true},{"name":"value","type":"uint256","indexed":false}]},
            {"type":"event","name":"Approval","inputs":[{"name":"owner","type":"address","indexed":true},
            {"name":"spender","type":"address","indexed":true},{"name":"value","type":"uint256","indexed":false}]}]""";

    static final String BLOG_ABI = """
            [{"type":"function","name":"addPost","inputs":[{"name":"title","type":"string"},{"name":"body","type":"string"},
            {"name":"url","type":"string"},{"name":"photo","type":"string"}]},
            {"type":"function","name":"setContractInformation","inputs":[{"name":"incrValue","type":"uint8"},
            {"name":"_note","type":"string"}]},
            {"type":"event","name":"NewPost","inputs":[{"name":"id","type":"uint256","indexed":false},
            {"name":"title","type":"string","indexed":false}]},
            {"type":"event","name":"ContractIncremented","inputs":[{"name":"incrementedValue","type":"uint8","indexed":false},
            {"name":"incrementedBy","type":"address","indexed":false},{"name":"newNote","type":"string","indexed":false}]}]""";

    private static final ContractAbi TOKEN = ContractAbi.parse(JsonValue.parse(TOKEN_ABI));
    private static final ContractAbi BLOG = ContractAbi.parse(JsonValue.parse(BLOG_ABI));

    private DevContracts() {}

    /** The address that Keccak-256 of a name gives. */
    static EvmAddress account(String name) {
        byte[] hash = Keccak256.hash(name).bytes();
        return EvmAddress.of(Arrays.copyOfRange(hash, hash.length - EvmAddress.BYTES, hash.length));
    }

    static EvmAddress address(int index) {
        return CreatedAddress.of(DEPLOYER, index);
    }

    static boolean isToken(int index) {
        return index % 2 == 0;
    }

    static ContractBook book(int count) {
        List<WatchedContract> contracts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            contracts.add(new WatchedContract(
                    address(i), (isToken(i) ? "token-" : "blog-") + i, isToken(i) ? TOKEN : BLOG, null));
        }
        return new ContractBook(contracts, Set.of(DEPLOYER));
    }
}
