package dev.lookout.cli;

import dev.lookout.model.vite.Address;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Addresses as arguments. */
final class Addresses {
    private Addresses() {}

    /**
     * Each address once, in the order given.
     *
     * @throws dev.lookout.model.InvalidValueException if one is no address; says which and why
     */
    static Set<Address> parse(List<String> texts) {
        var addresses = new LinkedHashSet<Address>();
        texts.forEach(text -> addresses.add(Address.parse(text)));
        return addresses;
    }
}
