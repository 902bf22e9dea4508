package org.kizuna.history.dossier;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kizuna.history.CodedFields;
import org.kizuna.history.ExportRegister;
import org.kizuna.history.audit.SealChecks;
import org.kizuna.history.proof.JournalWasCut;
import org.kizuna.history.proof.ProofQueries;
import org.kizuna.history.proof.SealTimer;
import org.kizuna.history.proof.SealedWithAnotherKey;
import org.kizuna.history.proof.TreeHead;
import org.kizuna.security.Roles;
import org.kizuna.shared.KeptFiles;
import org.kizuna.shared.LiveAmounts;
import org.kizuna.shared.NoSuchRecord;
import org.kizuna.shared.Sql;
import org.kizuna.shared.Standing;

/**
 * Makes the file an auditor takes home: changes, tables, documents, and what proves them. The same question asked by
 * the same person about the same head gives the same bytes; when it was asked is in the journal. The file grows, the
 * memory does not, but for eight bytes for each change.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Dossier {

    private static final Logger LOG = System.getLogger(Dossier.class.getName());

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    private SealTimer sealer;

    @Inject
    private ProofQueries proofs;

    @Inject
    private ExportRegister register;

    @Inject
    private SealChecks checks;

    @Inject
    private Clock clock;

    @Inject
    private CodedFields coded;

    @Inject
    @Any
    private Instance<KeptFiles> files;

    @Inject
    @Any
    private Instance<LiveAmounts> amounts;

    @Inject
    @Any
    private Instance<Standing> standings;

    /**
     * Seals what there is, and journals that somebody asks.
     *
     * @return the head to which the dossier will hold: that asking for it was journaled does not move it
     * @throws NoSuchRecord when nothing was sealed by that day
     */
    @RolesAllowed(Roles.AUDITOR)
    public TreeHead begin(DossierQuestion question) {
        seal();
        TreeHead head = question.head() != null ? proofs.head(question.head()) : headOf(question.knownOn());
        register.begin(question.scope(), "DOSSIER");
        return head;
    }

    private void seal() {
        try {
            sealer.seal();
        } catch (JournalWasCut | SealedWithAnotherKey e) {
            // what is bent is taken home as well: the dossier holds to what was sealed, and says what was found
            LOG.log(Level.ERROR, e.getMessage());
        }
    }

    private TreeHead headOf(@Nullable LocalDate knownOn) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Optional<TreeHead> head =
                knownOn == null || !knownOn.isBefore(today) ? proofs.headOfRecords() : proofs.headOn(knownOn);
        return head.orElseThrow(() -> NoSuchRecord.at("knownOn", "TreeHead", String.valueOf(knownOn)));
    }

    /** How many changes a dossier would hold, whatever its period. */
    @RolesAllowed(Roles.AUDITOR)
    public long changes(DossierQuestion question, TreeHead head) {
        return Sql.with(dataSource, connection -> new SealedHistory(
                        connection, question, head.size(), new Findings(), percent -> {})
                .changes());
    }

    /**
     * Makes it whole before a byte of it leaves: half of one must not look like an answer.
     *
     * @param head what {@link #begin} gave
     * @return a file that the caller deletes
     */
    @RolesAllowed(Roles.AUDITOR)
    public Path make(DossierQuestion question, TreeHead head) throws IOException {
        Path file = Files.createTempFile("kizuna-dossier", ".zip");
        boolean made = false;
        try (OutputStream out = Files.newOutputStream(file)) {
            write(question, head, out, percent -> {});
            made = true;
        } finally {
            if (!made) {
                Files.delete(file);
            }
        }
        return file;
    }

    /** How many change sets are to be looked at before a dossier is made now. */
    @RolesAllowed(Roles.AUDITOR)
    public long unchecked(TreeHead head) {
        return checks.leaves(head.size());
    }

    /** @param progress is told, now and then, how much of the work is done, in percent */
    @RolesAllowed(Roles.AUDITOR)
    public void write(DossierQuestion question, TreeHead head, OutputStream out, IntConsumer progress)
            throws IOException {
        MessageDigest digest = sha256();
        DossierWriter writer;
        try (Connection connection = dataSource.getConnection();
                BagItWriter bag = new BagItWriter(
                        new DigestOutputStream(out, digest), "kizuna-dossier-" + head.size(), head.sealedAt())) {
            writer = new DossierWriter(connection, question, head, bag, proofs, checks, progress);
            writer.write(files, amounts, standings, coded);
        } catch (SQLException e) {
            throw new IllegalStateException("The journal could not be read", e);
        }
        register.end(head.size(), writer.totals().figures(), HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
