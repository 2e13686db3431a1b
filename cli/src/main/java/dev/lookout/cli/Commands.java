package dev.lookout.cli;

import picocli.CommandLine;

/** Makes the command objects: those that print or wait are given where and until when; the rest picocli makes itself. */
final class Commands implements CommandLine.IFactory {
    private final Console console;
    private final StopSignal stop;

    Commands(Console console, StopSignal stop) {
        this.console = console;
        this.stop = stop;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (var constructor : type.getDeclaredConstructors()) {
            var parameters = constructor.getParameterTypes();
            if (parameters.length == 2 && parameters[0] == Console.class && parameters[1] == StopSignal.class) {
                return type.cast(constructor.newInstance(console, stop));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
