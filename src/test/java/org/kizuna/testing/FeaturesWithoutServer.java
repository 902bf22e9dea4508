package org.kizuna.testing;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.CDIProvider;
import jakarta.enterprise.util.TypeLiteral;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.kizuna.feature.Feature;

/** The features as CDI finds them in the server, for tests that run without one: {@code <feature>/XFeature.class}. */
public final class FeaturesWithoutServer extends CDI<Object> implements CDIProvider {

    private final List<?> found;
    private final List<?> others;

    public FeaturesWithoutServer() {
        this(List.of(), List.of());
    }

    private FeaturesWithoutServer(List<?> found, List<?> others) {
        this.found = found;
        this.others = others;
    }

    /** The features, and these beans beside them. */
    public static CDI<Object> and(Object... beans) {
        return new FeaturesWithoutServer(List.of(), List.of(beans));
    }

    @Override
    public CDI<Object> getCDI() {
        return this;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <U> Instance<U> select(Class<U> type, Annotation... qualifiers) {
        List<?> named = type.isAssignableFrom(Feature.class)
                ? features()
                : others.stream().filter(type::isInstance).toList();
        if (named.isEmpty()) {
            throw new IllegalStateException("Without a server there is no " + type.getName());
        }
        return (Instance<U>) new FeaturesWithoutServer(named, others);
    }

    /** Those of the classes as they are built. */
    public static List<Feature> features() {
        try {
            Path classes = Path.of(Feature.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(classes.resolve("org/kizuna"), 2)) {
                return files.filter(file -> file.toString().endsWith("Feature.class"))
                        .map(file -> classes.relativize(file).toString())
                        .map(file -> file.substring(0, file.length() - ".class".length())
                                .replace('/', '.'))
                        .flatMap(FeaturesWithoutServer::feature)
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Feature> feature(String name) {
        try {
            Class<?> type = Class.forName(name);
            return type.isInterface()
                    ? Stream.empty()
                    : Stream.of((Feature) type.getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name, e);
        }
    }

    @Override
    public Iterator<Object> iterator() {
        return List.<Object>copyOf(found).iterator();
    }

    @Override
    public Object get() {
        return found.get(0);
    }

    @Override
    public boolean isUnsatisfied() {
        return found.isEmpty();
    }

    @Override
    public boolean isAmbiguous() {
        return found.size() > 1;
    }

    @Override
    public BeanManager getBeanManager() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Instance<Object> select(Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U> Instance<U> select(TypeLiteral<U> type, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void destroy(Object instance) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Handle<Object> getHandle() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<? extends Handle<Object>> handles() {
        throw new UnsupportedOperationException();
    }
}
