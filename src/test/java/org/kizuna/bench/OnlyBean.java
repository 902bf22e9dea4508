package org.kizuna.bench;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.Iterator;
import java.util.List;

/** All that is looked up where no server is: one bean, whatever is asked for. */
final class OnlyBean extends CDI<Object> {

    private final Object bean;

    OnlyBean(Object bean) {
        this.bean = bean;
    }

    @Override
    public Object get() {
        return bean;
    }

    @Override
    @SuppressWarnings("unchecked") // whoever asks for something else fails at once
    public <U> Instance<U> select(Class<U> type, Annotation... qualifiers) {
        return (Instance<U>) this;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <U> Instance<U> select(TypeLiteral<U> type, Annotation... qualifiers) {
        return (Instance<U>) this;
    }

    @Override
    public Instance<Object> select(Annotation... qualifiers) {
        return this;
    }

    @Override
    public boolean isUnsatisfied() {
        return false;
    }

    @Override
    public boolean isAmbiguous() {
        return false;
    }

    @Override
    public void destroy(Object instance) {
        // it lives as long as the benchmark
    }

    @Override
    public Iterator<Object> iterator() {
        return List.of(bean).iterator();
    }

    @Override
    public Handle<Object> getHandle() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<? extends Handle<Object>> handles() {
        throw new UnsupportedOperationException();
    }

    @Override
    public BeanManager getBeanManager() {
        throw new UnsupportedOperationException();
    }
}
