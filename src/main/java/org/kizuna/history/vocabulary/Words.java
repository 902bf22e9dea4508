package org.kizuna.history.vocabulary;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words of one sort, each with those that were written in its place before. */
final class Words {

    private final Map<String, String> nowByFormer = new HashMap<>();

    void add(String word, JsonObject line) {
        former(line).forEach(former -> nowByFormer.put(former, word));
    }

    static List<String> former(JsonObject line) {
        return line.containsKey("former") ? line.getJsonArray("former").getValuesAs(JsonString::getString) : List.of();
    }

    boolean hasFormer() {
        return !nowByFormer.isEmpty();
    }

    String now(String written) {
        return nowByFormer.getOrDefault(written, written);
    }

    /** Today's word first. */
    List<String> written(String word) {
        List<String> written = new ArrayList<>(List.of(word));
        nowByFormer.forEach((former, now) -> {
            if (now.equals(word)) {
                written.add(former);
            }
        });
        return written;
    }
}
