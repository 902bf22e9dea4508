package org.kizuna.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;

/**
 * The life of records of one kind, found by walking: in each state everybody's page is read for the steps it offers,
 * and each of them is taken by each to whom it is offered, on a record that is brought there by steps known already.
 */
final class Life {

    private final Walker walker;
    private final String kind;
    private final String page;
    private final String bean;
    private final Making making;
    private final Map<String, Set<Move>> offered = new LinkedHashMap<>();
    private final Map<Move, String> walked = new LinkedHashMap<>();

    /** @param kind path of its list over REST */
    Life(Walker walker, String kind, String page, String bean, Making making) {
        this.walker = walker;
        this.kind = kind;
        this.page = page;
        this.bean = bean;
        this.making = making;
    }

    /** @return the states that were reached */
    Set<String> walk() throws Exception {
        boolean further = true;
        while (further) {
            further = false;
            String reference = making.make();
            String state = state(reference);
            explore(state, reference);
            for (Move move = next(state); move != null; move = next(state)) {
                boolean fresh = !walked.containsKey(move);
                walker.take(move.account, page + reference, bean, move.action);
                state = state(reference);
                assertThat(state).as(move + " leads on").isNotEqualTo(move.state);
                if (fresh) {
                    further = true;
                    walked.put(move, state);
                    walker.browser().driver().navigate().refresh();
                    assertThat(walker.browser().driver().findElements(By.cssSelector("#told .notice")))
                            .as(move + " is told once")
                            .isEmpty();
                    explore(state, reference);
                }
            }
        }
        return offered.keySet();
    }

    private String state(String reference) throws IOException, InterruptedException {
        return walker.rest("officer")
                .json("/api/v1/" + kind + "/" + reference)
                .get("status")
                .asText();
    }

    private void explore(String state, String reference) throws IOException, InterruptedException {
        if (offered.containsKey(state)) {
            return;
        }
        Set<Move> moves = new LinkedHashSet<>();
        for (String account : Walker.PEOPLE) {
            for (String action : walker.offers(account, page + reference)) {
                moves.add(new Move(state, account, action));
            }
        }
        offered.put(state, moves);
    }

    /** One that nobody took, or the first of the shortest way to one. */
    private @Nullable Move next(String state) {
        Deque<List<Move>> ways = new ArrayDeque<>();
        Set<String> seen = new LinkedHashSet<>(Set.of(state));
        ways.add(List.of());
        while (!ways.isEmpty()) {
            List<Move> way = ways.poll();
            String at = way.isEmpty() ? state : walked.get(way.get(way.size() - 1));
            for (Move move : offered.getOrDefault(at, Set.of())) {
                String then = walked.get(move);
                if (then == null) {
                    return way.isEmpty() ? move : way.get(0);
                }
                if (seen.add(then)) {
                    List<Move> longer = new ArrayList<>(way);
                    longer.add(move);
                    ways.add(longer);
                }
            }
        }
        return null;
    }

    /** Records a new one, and says its reference. */
    interface Making {
        String make() throws Exception;
    }

    /** A step that a state's page offers somebody. */
    private record Move(String state, String account, String action) {}
}
