package org.kizuna.bench.job;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kizuna.bench.Job;
import org.kizuna.bench.Outcome;
import org.kizuna.bench.Site;
import org.kizuna.bench.Times;

/** The dossier of one agreement, and its verification in a Java of its own. */
public final class CooperationDossier implements Job {

    private static final int ROUNDS = 5;

    @Override
    public String name() {
        return "dossier";
    }

    @Override
    public Turn turn() {
        return Turn.READS;
    }

    @Override
    public List<Outcome> measure(Site site) throws Exception {
        Path file = site.folder().resolve("dossier.zip");
        Times making = new Times();
        Times verifying = new Times();
        Times reading = new Times();
        int last = site.size().agreements();
        for (int round = 0; round < ROUNDS; round++) {
            int number = last - round * 3 - 1;
            making.add(() -> {
                try (OutputStream out = Files.newOutputStream(file)) {
                    site.as("auditor").copy("/history/dossier?agreement=" + Site.reference("A", number), out);
                }
            });
            verifying.add(() -> verify(file));
            reading.add(() -> site.floor()
                    .read(
                            "SELECT c.* FROM journal_mention m JOIN journal_change c ON c.change_set_id ="
                                    + " m.change_set_id AND c.position = m.position WHERE m.entity = 'Agreement' AND"
                                    + " m.entity_id = ?",
                            number));
        }
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(Outcome.told("dossier of one agreement", making.median(), reading.median(), "ms"));
        outcomes.add(Outcome.told("dossier: its verification, Java's start included", verifying.median(), null, "ms"));
        return outcomes;
    }

    private static void verify(Path file) throws Exception {
        Process verifier = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-jar",
                        "target/kizuna-verify.jar",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        // 3: it holds, and no published key was given
        if (verifier.waitFor() != 3) {
            throw new IllegalStateException("The verifier refuses " + file);
        }
    }
}
