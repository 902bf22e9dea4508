-- A partner that was found to be another one points to it. Nothing that names the merged partner is changed: readers
-- resolve it, and taking it back is clearing the pointer. Partners from before are not merged.
ALTER TABLE partner
  ADD COLUMN merged_into BIGINT NULL,
  ADD KEY partner_by_survivor (merged_into),
  ADD CONSTRAINT partner_merged_into FOREIGN KEY (merged_into) REFERENCES partner (id);

-- The record that is found in the stead of this one.
ALTER TABLE search_entry ADD COLUMN stands_for BIGINT NULL;
