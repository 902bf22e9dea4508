-- Divides the journal by time: what was journaled before @moment (UTC) comes into a partition of its own, which is
-- written no more and can be kept and saved apart. For the account that owns the tables, with the server stopped:
--
--     mysql kizuna --init-command="SET @moment = '2025-01-01'" < deploy/partition-journal.sql
--
-- It can be said again with a later moment. Why and what it costs: src/site/markdown/decisions/011-the-journal-in-parts.md

SET @before = (SELECT MIN(id) FROM journal_change_set WHERE recorded_at >= @moment);
SET @part = CONCAT('before_', DATE_FORMAT(@moment, '%Y%m%d_%H%i%s_%f'));
SET @divided = (SELECT COUNT(*) FROM information_schema.partitions WHERE table_schema = DATABASE() AND table_name = 'journal_change_set' AND partition_name IS NOT NULL);

-- a table in parts can neither have foreign keys nor be the aim of one
SET @sql = COALESCE((SELECT CONCAT('ALTER TABLE ', MIN(CONCAT(table_name, ' DROP FOREIGN KEY ', constraint_name))) FROM information_schema.referential_constraints WHERE constraint_schema = DATABASE() AND referenced_table_name IN ('journal_change_set', 'journal_change')), 'DO 0');
PREPARE step FROM @sql;
EXECUTE step;
SET @sql = COALESCE((SELECT CONCAT('ALTER TABLE ', MIN(CONCAT(table_name, ' DROP FOREIGN KEY ', constraint_name))) FROM information_schema.referential_constraints WHERE constraint_schema = DATABASE() AND referenced_table_name IN ('journal_change_set', 'journal_change')), 'DO 0');
PREPARE step FROM @sql;
EXECUTE step;
SET @sql = COALESCE((SELECT CONCAT('ALTER TABLE ', MIN(CONCAT(table_name, ' DROP FOREIGN KEY ', constraint_name))) FROM information_schema.referential_constraints WHERE constraint_schema = DATABASE() AND referenced_table_name IN ('journal_change_set', 'journal_change')), 'DO 0');
PREPARE step FROM @sql;
EXECUTE step;
SET @sql = COALESCE((SELECT CONCAT('ALTER TABLE ', MIN(CONCAT(table_name, ' DROP FOREIGN KEY ', constraint_name))) FROM information_schema.referential_constraints WHERE constraint_schema = DATABASE() AND referenced_table_name IN ('journal_change_set', 'journal_change')), 'DO 0');
PREPARE step FROM @sql;
EXECUTE step;
SET @sql = COALESCE((SELECT CONCAT('ALTER TABLE ', MIN(CONCAT(table_name, ' DROP FOREIGN KEY ', constraint_name))) FROM information_schema.referential_constraints WHERE constraint_schema = DATABASE() AND referenced_table_name IN ('journal_change_set', 'journal_change')), 'DO 0');
PREPARE step FROM @sql;
EXECUTE step;
SET @sql = COALESCE((SELECT CONCAT('ALTER TABLE ', MIN(CONCAT(table_name, ' DROP FOREIGN KEY ', constraint_name))) FROM information_schema.referential_constraints WHERE constraint_schema = DATABASE() AND referenced_table_name IN ('journal_change_set', 'journal_change')), 'DO 0');
PREPARE step FROM @sql;
EXECUTE step;
SET @sql = COALESCE((SELECT CONCAT('ALTER TABLE ', MIN(CONCAT(table_name, ' DROP FOREIGN KEY ', constraint_name))) FROM information_schema.referential_constraints WHERE constraint_schema = DATABASE() AND referenced_table_name IN ('journal_change_set', 'journal_change')), 'DO 0');
PREPARE step FROM @sql;
EXECUTE step;
SET @sql = COALESCE((SELECT CONCAT('ALTER TABLE ', MIN(CONCAT(table_name, ' DROP FOREIGN KEY ', constraint_name))) FROM information_schema.referential_constraints WHERE constraint_schema = DATABASE() AND referenced_table_name IN ('journal_change_set', 'journal_change')), 'DO 0');
PREPARE step FROM @sql;
EXECUTE step;

-- the same boundary in all three; with none to come after it, nothing is divided
SET @sql = IF(@before IS NULL, 'DO 0', CONCAT('ALTER TABLE journal_change_set ', IF(@divided > 0, 'REORGANIZE PARTITION newest INTO', 'PARTITION BY RANGE (id)'), ' (PARTITION ', @part, ' VALUES LESS THAN (', @before, '), PARTITION newest VALUES LESS THAN MAXVALUE)'));
PREPARE step FROM @sql;
EXECUTE step;
SET @sql = IF(@before IS NULL, 'DO 0', CONCAT('ALTER TABLE journal_change ', IF(@divided > 0, 'REORGANIZE PARTITION newest INTO', 'PARTITION BY RANGE (change_set_id)'), ' (PARTITION ', @part, ' VALUES LESS THAN (', @before, '), PARTITION newest VALUES LESS THAN MAXVALUE)'));
PREPARE step FROM @sql;
EXECUTE step;
SET @sql = IF(@before IS NULL, 'DO 0', CONCAT('ALTER TABLE journal_mention ', IF(@divided > 0, 'REORGANIZE PARTITION newest INTO', 'PARTITION BY RANGE (change_set_id)'), ' (PARTITION ', @part, ' VALUES LESS THAN (', @before, '), PARTITION newest VALUES LESS THAN MAXVALUE)'));
PREPARE step FROM @sql;
EXECUTE step;
DEALLOCATE PREPARE step;
