package org.kizuna.history.report;

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
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kizuna.security.Roles;
import org.kizuna.shared.table.Table;
import org.kizuna.shared.table.Tables;

/** The reports there are, and their findings. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed(Roles.AUDITOR)
public class AuditReports {

    private static final int AT_ONCE = 500;

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    @Inject
    @Any
    private Instance<AuditReport> reports;

    @Inject
    private ReportRegister register;

    /** In the order of their names. */
    public List<AuditReport> all() {
        return reports.stream().sorted(Comparator.comparing(AuditReport::name)).toList();
    }

    public Optional<AuditReport> find(@Nullable String name) {
        return all().stream().filter(report -> report.name().equals(name)).findFirst();
    }

    /**
     * @param after what the call before this one gave as next, or null to begin
     * @throws org.kizuna.shared.paging.InvalidCursor when that is no place
     */
    public Findings read(AuditReport report, AuditQuestion question, @Nullable String after, int limit) {
        try (Connection connection = dataSource.getConnection()) {
            return report.read(connection, question, after, limit);
        } catch (SQLException e) {
            throw new IllegalStateException("The journal could not be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Journals that the report is taken away. Comes before {@link #write}. */
    public void begin(AuditReport report, AuditQuestion question, Table.Format format) {
        register.take(report.name(), format.name(), question.detail());
    }

    /** Writes all findings; memory does not grow with their number. */
    public void write(AuditReport report, AuditQuestion question, Table.Format format, OutputStream out)
            throws IOException {
        write(report, question, format, out, report.columns(), UnaryOperator.identity());
    }

    /**
     * The same for those who read it.
     *
     * @param header what the columns are called
     * @param worded puts a row into words
     */
    public void write(
            AuditReport report,
            AuditQuestion question,
            Table.Format format,
            OutputStream out,
            List<String> header,
            UnaryOperator<List<@Nullable String>> worded)
            throws IOException {
        try (Table table = Tables.open(format, out, report.name(), header)) {
            String after = null;
            do {
                Findings some = read(report, question, after, AT_ONCE);
                for (List<@Nullable String> row : some.rows()) {
                    table.row(worded.apply(row));
                }
                after = some.next();
            } while (after != null);
        }
    }
}
