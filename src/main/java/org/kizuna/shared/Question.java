package org.kizuna.shared;

import java.util.List;

/**
 * Something unusual enough to be asked about and not wrong enough to be refused.
 *
 * @param code what it is: the sentence is kept under {@code asked.CODE}, what the journal calls it under
 *     {@code asked.CODE.short}; it is also the word a program answers with
 * @param field name of the field; a row of a list is named as {@code parties[1].partner}
 * @param arguments what the sentence's placeholders stand for
 */
public record Question(String field, String code, List<Object> arguments) {

    /** Key of the sentence. */
    public String key() {
        return key(code);
    }

    /** Key of the sentence that asks what the code stands for. */
    public static String key(String code) {
        return "asked." + code;
    }
}
