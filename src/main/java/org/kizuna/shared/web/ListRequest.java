package org.kizuna.shared.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Time;
import org.kizuna.shared.paging.PageRequest;

/**
 * What the address of a list asks for: filters, a place in the list and its order. An empty value and one that can't be
 * meant are nothing. Read here and not injected one by one, which takes longer than the list's rows.
 */
@RequestScoped
public class ListRequest {

    private static final int ROWS = 50;

    @Inject
    private HttpServletRequest request;

    public @Nullable String text(String name) {
        String value = request.getParameter(name);
        return value == null || value.isEmpty() ? null : value;
    }

    public <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
        String value = text(name);
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElse(null);
    }

    public @Nullable LocalDate day(String name) {
        String value = text(name);
        try {
            return value == null ? null : Time.day(value);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Whether the address asks for one of these at the least. */
    public boolean has(String... names) {
        return Stream.of(names).anyMatch(name -> text(name) != null);
    }

    public PageRequest get() {
        return new PageRequest(text("sort"), ROWS, text("after"), text("before"));
    }

    /** @param order the list's own, where the address names none */
    public PageRequest orderedBy(String order) {
        String sort = text("sort");
        return new PageRequest(sort == null ? order : sort, ROWS, text("after"), text("before"));
    }
}
