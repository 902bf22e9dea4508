package org.kizuna.shared.rest;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kizuna.shared.Problems;
import org.kizuna.shared.Reference;
import org.kizuna.shared.paging.PageRequest;
import org.kizuna.shared.paging.Selection;

/**
 * Which records of a list are wanted: those named by {@code reference}, given up to 200 times, and those that changed at
 * {@code updatedSince} or after it. What was saved is seen when its transaction ends: whoever asks again and again goes
 * back by as long as one may take (KIZUNA_TRANSACTION_LONGEST).
 */
@SuppressWarnings("NullAway.Init") // filled by the container
public class Selected {

    private static final int MOST = 200;

    @QueryParam("reference")
    private List<String> reference;

    @QueryParam("updatedSince")
    private @Nullable String updatedSince;

    /** @throws InvalidParameter when either has no meaning */
    public Selection selection() {
        Problems problems = new Problems();
        if (reference.size() > MOST) {
            problems.add("reference", "tooManyRows", MOST);
        }
        problems.refuse();
        return new Selection(
                reference.stream().distinct().map(Selected::known).toList(),
                Parameters.instant("updatedSince", updatedSince));
    }

    /**
     * As many rows as are named, where nothing is said of how many.
     *
     * @throws InvalidParameter when an order is asked for of what changed, which has its own
     */
    public PageRequest page(@Nullable String sort, @Nullable String limit, @Nullable String after) {
        if (Parameters.given(updatedSince) != null && Parameters.given(sort) != null) {
            throw new InvalidParameter("sort", String.valueOf(sort));
        }
        boolean all = Parameters.given(limit) == null && !reference.isEmpty();
        return Parameters.page(sort, all ? Integer.toString(MOST) : limit, after);
    }

    private static Reference known(String reference) {
        if (!Reference.isValid(reference)) {
            throw new InvalidParameter("reference", reference);
        }
        return new Reference(reference);
    }
}
