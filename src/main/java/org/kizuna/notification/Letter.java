package org.kizuna.notification;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kizuna.security.SecurityFeature;
import org.kizuna.shared.Words;

/**
 * What a mail says, in its reader's language.
 *
 * @param digestOn the day whose digest it is, in the organisation's zone; null where it tells at once
 * @param site where the register is, without a slash at the end; null where it is not known
 */
record Letter(
        Locale language,
        @Nullable LocalDate digestOn,
        List<NoticeRow> notices,
        @Nullable String site) {

    String subject() {
        return digestOn == null
                ? notices.get(0).text(language)
                : Words.text(language, "mail.digest.subject", digestOn, notices.size());
    }

    String text() {
        String lines = notices.stream().map(this::line).collect(Collectors.joining("\n"));
        String what = digestOn == null ? lines : Words.text(language, "mail.digest.text") + "\n\n" + lines;
        return what + "\n\n-- \n" + Words.text(language, "mail.choose") + where(SecurityFeature.PROFILE_PAGE);
    }

    private String line(NoticeRow notice) {
        return "- " + notice.text(language) + where(notice.link());
    }

    private String where(@Nullable String address) {
        return site == null || address == null ? "" : "\n  " + site + address;
    }
}
