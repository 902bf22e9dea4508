package org.kizuna.security.rest;

import java.util.List;
import org.kizuna.security.SecurityFeature;
import org.kizuna.security.TokenRow;
import org.kizuna.shared.NoSuchRecord;

/** The sessions and tokens that addresses name. */
final class AccessIds {

    private AccessIds() {}

    /** @throws NoSuchRecord when it can be none's */
    static long session(String id) {
        if (!isId(id)) {
            throw new NoSuchRecord("AccountSession", id);
        }
        return Long.parseLong(id);
    }

    /** @throws NoSuchRecord when none of these tokens has it */
    static long among(List<TokenRow> tokens, String id) {
        return tokens.stream()
                .map(TokenRow::id)
                .filter(known -> isId(id) && known == Long.parseLong(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchRecord(SecurityFeature.TOKEN, id));
    }

    private static boolean isId(String text) {
        return text.matches("\\d{1,18}");
    }
}
