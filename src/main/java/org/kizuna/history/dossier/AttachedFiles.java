package org.kizuna.history.dossier;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.FieldChange;
import org.kizuna.history.JournalEntry;
import org.kizuna.history.Operation;
import org.kizuna.shared.KeptFiles;

/** The attached files whose records are among the changes, but for those that had been withdrawn by then. */
final class AttachedFiles implements DossierPart {

    private final Iterable<KeptFiles> kept;
    private final Findings findings;
    private final Map<Long, String> hashes = new TreeMap<>();

    AttachedFiles(Iterable<KeptFiles> kept, Findings findings) {
        this.kept = kept;
        this.findings = findings;
    }

    @Override
    public void take(JournalEntry row, List<FieldChange> fields) {
        if (!haveFiles(row.entity())) {
            return;
        }
        for (FieldChange field : fields) {
            if (row.operation() == Operation.INSERT && field.field().equals("sha256") && field.after() != null) {
                hashes.put(row.entityId(), field.after());
            } else if (field.field().equals("withdrawn") && "true".equals(field.after())) {
                hashes.remove(row.entityId());
            }
        }
    }

    @Override
    public void write(BagItWriter bag) throws IOException {
        Map<String, Long> once = new TreeMap<>();
        hashes.forEach((id, sha256) -> once.putIfAbsent(sha256, id));
        for (Map.Entry<String, Long> document : once.entrySet()) {
            String sha256 = document.getKey();
            KeptFiles files = keeping(document.getValue());
            if (files == null) {
                findings.document(sha256, "no longer kept");
                continue;
            }
            String path = "documents/" + sha256;
            try (OutputStream out = bag.file(path)) {
                files.copy(document.getValue(), out);
            }
            if (!sha256.equals(bag.hashOf(path))) {
                findings.document(sha256, "not what was attached");
            }
        }
    }

    private boolean haveFiles(@Nullable String kind) {
        for (KeptFiles files : kept) {
            if (files.kind().equals(kind)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable KeptFiles keeping(long id) {
        for (KeptFiles files : kept) {
            if (files.keeps(id)) {
                return files;
            }
        }
        return null;
    }
}
