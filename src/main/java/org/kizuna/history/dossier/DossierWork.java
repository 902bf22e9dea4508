package org.kizuna.history.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.proof.ProofQueries;
import org.kizuna.job.Job;
import org.kizuna.job.JobRun;
import org.kizuna.security.Caller;
import org.kizuna.security.Roles;
import org.kizuna.shared.Channel;

/** Makes the dossiers that were ordered, as whoever ordered them. */
@ApplicationScoped
public class DossierWork implements Job {

    /** What the table of jobs calls them. */
    static final String NAME = "dossier";

    /** What is remembered of one that was ready, and whose file is no longer kept. */
    static final String EXPIRED = "EXPIRED";

    @Inject
    private Dossier dossier;

    @Inject
    private ProofQueries proofs;

    @Inject
    private DossierFolder folder;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public @Nullable String run(JobRun run) throws IOException {
        Caller.as(
                Objects.requireNonNull(run.askedBy()),
                Set.of(Roles.AUDITOR),
                () -> Channel.SYSTEM.during(() -> write(run)));
        return null;
    }

    private Path write(JobRun run) throws IOException {
        DossierOrder order = DossierOrder.read(Objects.requireNonNull(run.content()));
        Path file = folder.file(run.key());
        Path part = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
        try {
            try (OutputStream out = Files.newOutputStream(part)) {
                dossier.write(order.question(), proofs.head(order.size()), out, run::progress);
            }
            return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
