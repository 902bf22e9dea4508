package org.kizuna.history.dossier;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.CanonicalJson;
import org.kizuna.history.CodedFields;
import org.kizuna.history.FieldChange;
import org.kizuna.history.JournalEntry;
import org.kizuna.shared.Words;

/** The codes that stand in the changes, with what they mean. */
final class UsedCodes implements DossierPart {

    private final CodedFields coded;
    private final Map<String, Map<String, String>> listsByEntity = new HashMap<>();
    private final Map<String, Map<String, @Nullable Object>> used = new TreeMap<>();

    UsedCodes(CodedFields coded) {
        this.coded = coded;
    }

    @Override
    public void take(JournalEntry row, List<FieldChange> fields) {
        use("role", "Role", row.role());
        String entity = row.entity();
        if (entity == null) {
            return;
        }
        Map<String, String> lists = listsByEntity.computeIfAbsent(entity, coded::of);
        for (FieldChange field : fields) {
            take(entity, field.field(), lists, field.before());
            take(entity, field.field(), lists, field.after());
        }
    }

    private void take(String entity, String field, Map<String, String> lists, @Nullable String value) {
        if (value == null) {
            return;
        }
        String list = lists.get(field);
        if (value.startsWith("[") || value.startsWith("{")) {
            if (list != null || lists.keySet().stream().anyMatch(name -> name.startsWith(field + "."))) {
                nested(entity, field, lists, value);
            }
        } else if (list != null) {
            use(entity + "." + field, list, value);
        }
    }

    private void nested(String entity, String field, Map<String, String> lists, String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            value(entity, field, lists, reader.readValue());
        } catch (JsonException e) {
            // a text that only begins like a list holds no codes
            return;
        }
    }

    private void value(String entity, String field, Map<String, String> lists, JsonValue value) {
        if (value instanceof JsonArray array) {
            array.forEach(item -> value(entity, field, lists, item));
        } else if (value instanceof JsonObject object) {
            object.forEach((name, member) -> value(entity, field + "." + name, lists, member));
        } else if (value instanceof JsonString text && lists.get(field) != null) {
            use(entity + "." + field, String.valueOf(lists.get(field)), text.getString());
        }
    }

    private void use(String field, String list, String code) {
        String key = list + "." + code;
        used.computeIfAbsent(field, name -> new TreeMap<>())
                .computeIfAbsent(code, name -> Words.has(Locale.ENGLISH, key) ? Words.text(Locale.ENGLISH, key) : code);
    }

    @Override
    public void write(BagItWriter bag) throws IOException {
        bag.file("codelists.json", CanonicalJson.write(used) + "\n");
    }
}
