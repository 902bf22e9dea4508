package org.kizuna.feature;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kizuna.shared.paging.CappedCount;

/** What is due for a person, and what they may want to do next. */
public final class Today {

    private final String username;
    private final Set<String> roles;
    private final LocalDate day;
    private final List<Due> due = new ArrayList<>();
    private final List<Link> next = new ArrayList<>();

    /** @param day in the organisation's zone */
    public Today(String username, Set<String> roles, LocalDate day) {
        this.username = username;
        this.roles = Set.copyOf(roles);
        this.day = day;
    }

    public String username() {
        return username;
    }

    public LocalDate day() {
        return day;
    }

    public boolean isFor(String role) {
        return roles.contains(role);
    }

    /** Nothing is told of what there is none of. */
    public void due(String words, CappedCount count, String address) {
        if (count.number() > 0) {
            due.add(new Due(words, count, address));
        }
    }

    public void due(String words, long count, String address) {
        due(words, new CappedCount((int) Math.min(count, CappedCount.CAP), count > CappedCount.CAP), address);
    }

    public void next(String words, String address) {
        next.add(new Link(words, address));
    }

    public List<Due> due() {
        return List.copyOf(due);
    }

    /** Each address once. */
    public List<Link> next() {
        return next.stream().distinct().toList();
    }

    /** So many of something wait for the reader. */
    public record Due(String words, CappedCount count, String address) {

        public boolean isOne() {
            return !count.more() && count.number() == 1;
        }
    }

    /** A page the reader may want next. */
    public record Link(String words, String address) {}
}
