package org.kizuna.page.web;

import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;

/** Lets pages read and write the fields of a {@link RecordForm}. */
public class RecordFormResolver extends ELResolver {

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
        if (base instanceof RecordForm<?> form) {
            context.setPropertyResolved(base, property);
            return form.get(property.toString());
        }
        return null;
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, Object property) {
        if (base instanceof RecordForm<?> form) {
            context.setPropertyResolved(base, property);
            return form.typeOf(property.toString());
        }
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, Object property, @Nullable Object value) {
        if (base instanceof RecordForm<?> form) {
            context.setPropertyResolved(base, property);
            form.set(property.toString(), value);
        }
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
        if (base instanceof RecordForm<?>) {
            context.setPropertyResolved(base, property);
        }
        return false;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return base instanceof RecordForm<?> ? String.class : null;
    }
}
