package dev.lookout.generator;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jsonschema2pojo.AnnotationStyle;
import org.jsonschema2pojo.DefaultGenerationConfig;
import org.jsonschema2pojo.Jsonschema2Pojo;
import org.jsonschema2pojo.NoopRuleLogger;
import org.jsonschema2pojo.rules.RuleFactory;

/** Runs jsonschema2pojo as the build does: our rule factory, no annotations of its own. */
final class Generation extends DefaultGenerationConfig {
    private final Path schemas;
    private final Path target;

    private Generation(Path schemas, Path target) {
        this.schemas = schemas;
        this.target = target;
    }

    static void run(Path schemas, Path target) throws IOException {
        Jsonschema2Pojo.generate(new Generation(schemas, target), new NoopRuleLogger());
    }

    @Override
    public Iterator<URL> getSource() {
        try {
            return List.of(schemas.toUri().toURL()).iterator();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public File getTargetDirectory() {
        return target.toFile();
    }

    @Override
    public String getTargetPackage() {
        return "dev.lookout.sample";
    }

    @Override
    public Class<? extends RuleFactory> getCustomRuleFactory() {
        return ModelRuleFactory.class;
    }

    @Override
    public AnnotationStyle getAnnotationStyle() {
        return AnnotationStyle.NONE;
    }
}
