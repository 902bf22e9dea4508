-- Who is one person, and what part a person played in a record: four eyes hold in the database too, by keys and checks.

-- Rows that are locked one after the other by those who change what only one at a time may change.
CREATE TABLE turn (
  name VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

INSERT INTO turn (name) VALUES ('account.person'), ('agreement.parent'), ('partner.parent');

-- found_by: ACCOUNT has one account, EMAIL joins the accounts of one address, CALLER has none (caller is its name)
CREATE TABLE person (
  id       BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  found_by VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  caller   VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  UNIQUE KEY person_caller (caller)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

ALTER TABLE account ADD COLUMN person_id BIGINT NULL;

INSERT INTO person (id, found_by)
SELECT MIN(g.id), CASE WHEN COUNT(*) > 1 THEN 'EMAIL' ELSE 'ACCOUNT' END
FROM (SELECT id, CAST(COALESCE(LOWER(TRIM(email)), CONCAT('#', id)) AS CHAR(300)) COLLATE utf8mb4_bin AS hand FROM account) g
GROUP BY g.hand;

UPDATE account a
JOIN (SELECT id, CAST(COALESCE(LOWER(TRIM(email)), CONCAT('#', id)) AS CHAR(300)) COLLATE utf8mb4_bin AS hand FROM account) g
  ON g.id = a.id
JOIN (SELECT MIN(h.id) AS person_id, h.hand
      FROM (SELECT id, CAST(COALESCE(LOWER(TRIM(email)), CONCAT('#', id)) AS CHAR(300)) COLLATE utf8mb4_bin AS hand FROM account) h
      GROUP BY h.hand) p
  ON p.hand = g.hand
SET a.person_id = p.person_id;

ALTER TABLE account ADD CONSTRAINT account_person FOREIGN KEY (person_id) REFERENCES person (id);

INSERT INTO person (found_by, caller)
SELECT 'CALLER', n.name
FROM (SELECT recorded_by COLLATE utf8mb4_bin AS name FROM partner
      UNION SELECT recorded_by COLLATE utf8mb4_bin FROM agreement
      UNION SELECT recorded_by COLLATE utf8mb4_bin FROM ledger_entry
      UNION SELECT confirmed_by COLLATE utf8mb4_bin FROM ledger_confirmation
      UNION SELECT actor COLLATE utf8mb4_bin FROM journal_change_set
            WHERE action IN ('AgreementRegister.draft', 'AgreementRegister.change', 'AgreementRegister.sendForReview',
                             'AgreementRegister.clear', 'PartnerRegister.change', 'PartnerRegister.approve')) n
LEFT JOIN account a ON a.username COLLATE utf8mb4_bin = n.name
WHERE a.id IS NULL;

-- An author and a clearer of one record are two persons, since both would have the same key. A part is settled when a
-- clearance that stands has taken it in: it binds nobody in the next round.
CREATE TABLE part_played (
  kind      VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  record_id BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  part      VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  settled   BOOLEAN NOT NULL,
  PRIMARY KEY (kind, record_id, person_id),
  KEY part_played_by_person (person_id),
  CONSTRAINT part_played_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT part_played_part CHECK (part IN ('AUTHOR', 'CLEARER'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- authors first: who was both before there was this table stays an author
INSERT IGNORE INTO part_played (kind, record_id, person_id, part, settled)
SELECT DISTINCT c.entity, c.entity_id, w.person_id, 'AUTHOR', FALSE
FROM journal_change_set s
JOIN journal_change c ON c.change_set_id = s.id
JOIN (SELECT username COLLATE utf8mb4_bin AS name, person_id FROM account
      UNION ALL SELECT caller, id FROM person WHERE caller IS NOT NULL) w ON w.name = s.actor
WHERE (c.entity = 'Agreement'
       AND s.action IN ('AgreementRegister.draft', 'AgreementRegister.change', 'AgreementRegister.sendForReview'))
   OR (c.entity = 'Partner' AND s.action = 'PartnerRegister.change');

INSERT IGNORE INTO part_played (kind, record_id, person_id, part, settled)
SELECT 'Partner', p.id, w.person_id, 'AUTHOR', FALSE
FROM partner p
JOIN (SELECT username COLLATE utf8mb4_bin AS name, person_id FROM account
      UNION ALL SELECT caller, id FROM person WHERE caller IS NOT NULL) w
  ON w.name = p.recorded_by COLLATE utf8mb4_bin;

INSERT IGNORE INTO part_played (kind, record_id, person_id, part, settled)
SELECT 'Agreement', a.id, w.person_id, 'AUTHOR', FALSE
FROM agreement a
JOIN (SELECT username COLLATE utf8mb4_bin AS name, person_id FROM account
      UNION ALL SELECT caller, id FROM person WHERE caller IS NOT NULL) w
  ON w.name = a.recorded_by COLLATE utf8mb4_bin;

INSERT IGNORE INTO part_played (kind, record_id, person_id, part, settled)
SELECT 'Agreement', a.id, w.person_id, 'CLEARER', TRUE
FROM agreement a
JOIN (SELECT username COLLATE utf8mb4_bin AS name, person_id FROM account
      UNION ALL SELECT caller, id FROM person WHERE caller IS NOT NULL) w
  ON w.name = a.cleared_by COLLATE utf8mb4_bin;

-- Beside the append-only entries: whose each is. Its key is what a confirmation repeats.
CREATE TABLE ledger_recorder (
  entry_id  BIGINT NOT NULL PRIMARY KEY,
  person_id BIGINT NOT NULL,
  UNIQUE KEY ledger_recorder_of_entry (entry_id, person_id),
  KEY ledger_recorder_by_person (person_id),
  CONSTRAINT ledger_recorder_entry FOREIGN KEY (entry_id) REFERENCES ledger_entry (id),
  CONSTRAINT ledger_recorder_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

INSERT INTO ledger_recorder (entry_id, person_id)
SELECT e.id, w.person_id
FROM ledger_entry e
JOIN (SELECT username COLLATE utf8mb4_bin AS name, person_id FROM account
      UNION ALL SELECT caller, id FROM person WHERE caller IS NOT NULL) w
  ON w.name = e.recorded_by COLLATE utf8mb4_bin;

ALTER TABLE ledger_confirmation
  ADD COLUMN recorder_id BIGINT NULL,
  ADD COLUMN confirmer_id BIGINT NULL,
  ADD CONSTRAINT ledger_confirmation_recorder FOREIGN KEY (entry_id, recorder_id)
    REFERENCES ledger_recorder (entry_id, person_id),
  ADD CONSTRAINT ledger_confirmation_confirmer FOREIGN KEY (confirmer_id) REFERENCES person (id),
  ADD CONSTRAINT ledger_confirmation_by_another CHECK (confirmer_id <> recorder_id);

-- Rows from before stay as they were written; every later one names both persons.
SET @kizuna_both_named = CONCAT(
  'ALTER TABLE ledger_confirmation ADD CONSTRAINT ledger_confirmation_both_named CHECK (id <= ',
  (SELECT COALESCE(MAX(id), 0) FROM ledger_confirmation),
  ' OR (recorder_id IS NOT NULL AND confirmer_id IS NOT NULL))');
PREPARE both_named FROM @kizuna_both_named;
EXECUTE both_named;
DEALLOCATE PREPARE both_named;

-- An address that several persons read joins nobody's accounts.
ALTER TABLE account ADD COLUMN address_shared BOOLEAN NOT NULL DEFAULT FALSE;
