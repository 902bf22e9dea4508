package org.kizuna.shared;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Published lists of codes that a feature keeps and records speak in, for those who cannot see it; found by CDI. */
public interface Codelists {

    List<String> names();

    /**
     * What each code is called, in the list's order.
     *
     * @param name one of {@link #names}; of another there are no codes
     */
    Map<String, String> codes(String name, Locale language);
}
