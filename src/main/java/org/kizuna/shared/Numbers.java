package org.kizuna.shared;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import javax.sql.DataSource;

/**
 * Counts references up: P-000001, P-000002. Ten are fetched at a time in a transaction of their own, so those who
 * record do not wait for each other; a restart may leave a gap, which means nothing.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@PermitAll
public class Numbers {

    private static final int BLOCK = 10;

    private final Map<String, Block> blocks = new ConcurrentHashMap<>();

    @Resource
    private SessionContext context;

    @Resource(lookup = "java:jboss/datasources/Kizuna")
    private DataSource dataSource;

    /** The next reference with this prefix. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Reference next(String prefix) {
        Block block = blocks.computeIfAbsent(prefix, name -> new Block());
        synchronized (block) {
            if (block.left == 0) {
                // a block that was not committed would be handed out twice
                block.next = context.getBusinessObject(Numbers.class).committed(prefix, BLOCK);
                block.left = BLOCK;
            }
            block.left--;
            return Reference.numbered(prefix, block.next++);
        }
    }

    /** As many references in a row as somebody needs who records many at once. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Reference> next(String prefix, int count) {
        long first = context.getBusinessObject(Numbers.class).committed(prefix, count);
        return LongStream.range(first, first + count)
                .mapToObj(number -> Reference.numbered(prefix, number))
                .toList();
    }

    /** The first of so many numbers that belong to the caller alone once this returns. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public long committed(String prefix, int count) {
        String name = "reference " + prefix;
        return Sql.with(dataSource, connection -> {
            Sql.on(connection, "INSERT IGNORE INTO id_sequence (name, next_val) VALUES (?, 1)", name)
                    .update();
            long first = Sql.on(connection, "SELECT next_val FROM id_sequence WHERE name = ? FOR UPDATE", name)
                    .number();
            Sql.on(connection, "UPDATE id_sequence SET next_val = ? WHERE name = ?", first + count, name)
                    .update();
            return first;
        });
    }

    private static final class Block {
        private long next;
        private int left;
    }
}
