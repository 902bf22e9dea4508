-- Every GET of REST with the statements that know the same.
-- A read:  "-- user GET operation as path", then its floor. {P}, {A}, {C}, {E} and {EV} are references of another record
-- each round, {p}, {a}, {c}, {e} and {ev} their ids. A GET that is measured elsewhere, or has nothing to read in an
-- organisation that was filled by rows, says so: "-- not here GET operation: why".

-- officer GET /partners as /partners
SELECT id, version, reference, legal_name, local_name, sector, country, status, collective FROM partner ORDER BY legal_name, id LIMIT 51;

-- officer GET /partners as /partners?q=textile
SELECT id, version, reference, legal_name, local_name, sector, country, status, collective FROM partner p WHERE EXISTS (SELECT 1 FROM search_term t WHERE t.kind = 'Partner' AND t.record_id = p.id AND t.term LIKE 'textile%') ORDER BY legal_name, id LIMIT 51;

-- officer GET /partners/{reference} as /partners/{P}
SELECT * FROM partner WHERE id = {p};
SELECT * FROM partner_name WHERE partner_id = {p};
SELECT * FROM partner_identifier WHERE partner_id = {p};
SELECT * FROM partner_contact WHERE partner_id = {p};
SELECT * FROM partner_change WHERE open_of = {p};

-- officer GET /partners/{reference}/steps as /partners/{P}/steps
SELECT * FROM partner WHERE id = {p};
SELECT * FROM part_played WHERE kind = 'Partner' AND record_id = {p};

-- officer GET /agreements as /agreements
SELECT id, version, reference, type, title, status, ceiling, currency, starts_on, planned_end_on, sample FROM agreement ORDER BY title, id LIMIT 51;
SELECT p.agreement_id, q.reference, q.legal_name, p.role, p.signatory, p.signatory_title, p.signed_on FROM agreement_party p JOIN partner q ON q.id = p.partner_id WHERE p.agreement_id BETWEEN 100 AND 149;

-- officer GET /agreements as /agreements?status=IN_FORCE&limit=50
SELECT id, version, reference, type, title, status, ceiling, currency, starts_on, planned_end_on, sample FROM agreement WHERE status = 'IN_FORCE' ORDER BY title, id LIMIT 51;
SELECT p.agreement_id, q.reference, q.legal_name, p.role, p.signatory, p.signatory_title, p.signed_on FROM agreement_party p JOIN partner q ON q.id = p.partner_id WHERE p.agreement_id BETWEEN 100 AND 149;

-- officer GET /agreements/{reference} as /agreements/{A}
SELECT * FROM agreement WHERE id = {a};
SELECT p.*, q.reference, q.legal_name FROM agreement_party p JOIN partner q ON q.id = p.partner_id WHERE p.agreement_id = {a};
SELECT * FROM agreement_step WHERE agreement_id = {a};

-- officer GET /agreements/{reference}/steps as /agreements/{A}/steps
SELECT * FROM agreement WHERE id = {a};
SELECT p.*, q.reference, q.legal_name FROM agreement_party p JOIN partner q ON q.id = p.partner_id WHERE p.agreement_id = {a};
SELECT * FROM part_played WHERE kind = 'Agreement' AND record_id = {a};

-- officer GET /events as /events
SELECT id, version, reference, title, kind, mode, status, start_on, start_time, time_zone, series_id FROM isid_event ORDER BY starts_at DESC, id DESC LIMIT 51;
SELECT p.event_id, q.reference, q.legal_name, p.role FROM event_partner p JOIN partner q ON q.id = p.partner_id WHERE p.event_id BETWEEN 100 AND 149;

-- officer GET /events/{reference} as /events/{EV}
SELECT * FROM isid_event WHERE id = {ev};
SELECT p.*, q.reference, q.legal_name FROM event_partner p JOIN partner q ON q.id = p.partner_id WHERE p.event_id = {ev};
SELECT p.*, q.reference, q.legal_name FROM event_speaking p LEFT JOIN partner q ON q.id = p.partner_id WHERE p.event_id = {ev};
SELECT * FROM event_attendance WHERE event_id = {ev};
SELECT * FROM event_link WHERE event_id = {ev};
SELECT * FROM event_step WHERE event_id = {ev};

-- officer GET /events/{reference}/steps as /events/{EV}/steps
SELECT * FROM isid_event WHERE id = {ev};

-- officer GET /events/series as /events/series
SELECT * FROM event_series ORDER BY title, id LIMIT 51;

-- officer GET /events/series/{reference} as /events/series/ES-000003
SELECT * FROM event_series WHERE id = 3;
SELECT p.*, q.reference, q.legal_name FROM event_series_partner p JOIN partner q ON q.id = p.partner_id WHERE p.series_id = 3;
SELECT * FROM event_series_period WHERE series_id = 3;

-- officer GET /contributions as /contributions
SELECT c.*, d.reference r1, d.legal_name, a.reference r2 FROM contribution c LEFT JOIN partner d ON d.id = c.donor_id LEFT JOIN agreement a ON a.id = c.agreement_id ORDER BY c.purpose, c.id LIMIT 51;
SELECT e.contribution_id, e.measure, SUM(e.exact_amount) FROM ledger_entry e WHERE e.contribution_id BETWEEN 100 AND 149 GROUP BY e.contribution_id, e.measure;

-- officer GET /contributions/{reference} as /contributions/{C}
SELECT c.*, d.reference r1, d.legal_name, a.reference r2 FROM contribution c LEFT JOIN partner d ON d.id = c.donor_id LEFT JOIN agreement a ON a.id = c.agreement_id WHERE c.id = {c};
SELECT e.measure, SUM(e.exact_amount) FROM ledger_entry e WHERE e.contribution_id = {c} GROUP BY e.measure;

-- officer GET /contributions/entries as /contributions/entries?sort=-date
SELECT e.*, c.reference r1, c.purpose, d.reference r2, d.legal_name, r.reference r3, b.reference r4, k.confirmed_by FROM ledger_entry e LEFT JOIN contribution c ON c.id = e.contribution_id LEFT JOIN partner d ON d.id = e.donor_id LEFT JOIN ledger_entry r ON r.id = e.reverses_id LEFT JOIN ledger_entry b ON b.reverses_id = e.id LEFT JOIN ledger_confirmation k ON k.entry_id = e.id ORDER BY e.value_date DESC, e.id DESC LIMIT 51;

-- officer GET /contributions/entries/{reference} as /contributions/entries/{E}
SELECT e.*, c.reference r1, c.purpose, d.reference r2, d.legal_name, r.reference r3, b.reference r4, k.confirmed_by FROM ledger_entry e LEFT JOIN contribution c ON c.id = e.contribution_id LEFT JOIN partner d ON d.id = e.donor_id LEFT JOIN ledger_entry r ON r.id = e.reverses_id LEFT JOIN ledger_entry b ON b.reverses_id = e.id LEFT JOIN ledger_confirmation k ON k.entry_id = e.id WHERE e.id = {e};

-- manager GET /dashboard/donors as /dashboard/donors?from=2021&to=2025&currency=EUR
SELECT d.id, d.reference, d.legal_name, s.value_year, s.pledged, s.committed, s.received, s.unconfirmed, s.entries, s.not_convertible FROM (SELECT id, reference, legal_name FROM partner ORDER BY legal_name, id LIMIT 51) d STRAIGHT_JOIN ledger_sum s ON s.donor_id = d.id WHERE s.currency = 'EUR' AND s.instrument = 'ALL' AND s.value_year BETWEEN 2021 AND 2025;

-- manager GET /dashboard/donors as /dashboard/donors?currency=EUR
SELECT d.id, d.reference, d.legal_name, s.value_year, s.pledged, s.committed, s.received, s.unconfirmed, s.entries, s.not_convertible FROM (SELECT id, reference, legal_name FROM partner ORDER BY legal_name, id LIMIT 51) d STRAIGHT_JOIN ledger_sum s ON s.donor_id = d.id WHERE s.currency = 'EUR' AND s.instrument = 'ALL';

-- officer GET /search as /search?q=textile
SELECT DISTINCT e.* FROM search_term t JOIN search_entry e ON e.kind = t.kind AND e.record_id = t.record_id WHERE t.term LIKE 'textile%' ORDER BY e.title, e.kind, e.record_id LIMIT 51;

-- officer GET /rates as /rates?currency=EUR
SELECT * FROM exchange_rate WHERE currency = 'EUR' ORDER BY effective_on DESC, id DESC LIMIT 51;

-- officer GET /imports as /imports
SELECT * FROM import_batch ORDER BY id DESC LIMIT 51;

-- officer GET /documents as /documents?kind=Partner&reference={P}
SELECT * FROM document WHERE record_kind = 'Partner' AND record_id = {p} ORDER BY id DESC LIMIT 51;

-- officer GET /codelists as /codelists
SELECT 1;

-- officer GET /codelists/{name} as /codelists/countries
SELECT 1;

-- officer GET /me as /me
SELECT * FROM account WHERE username = 'officer';

-- officer GET /me/preferences as /me/preferences
SELECT * FROM account WHERE username = 'officer';

-- officer GET /me/sessions as /me/sessions
SELECT * FROM account_session s JOIN account a ON a.id = s.account_id WHERE a.username = 'officer';

-- officer GET /me/tokens as /me/tokens
SELECT * FROM access_token t JOIN account a ON a.id = t.account_id WHERE a.username = 'officer';

-- admin GET /accounts as /accounts
SELECT * FROM account ORDER BY username LIMIT 51;
SELECT * FROM account_role WHERE account_id BETWEEN 1 AND 50;

-- admin GET /accounts/{username} as /accounts/officer
SELECT * FROM account WHERE username = 'officer';
SELECT * FROM account_role WHERE account_id = 5;

-- admin GET /accounts/{username}/access/sessions as /accounts/officer/access/sessions
SELECT * FROM account_session s JOIN account a ON a.id = s.account_id WHERE a.username = 'officer';

-- admin GET /accounts/{username}/access/tokens as /accounts/officer/access/tokens
SELECT * FROM access_token t JOIN account a ON a.id = t.account_id WHERE a.username = 'officer';

-- auditor GET /history as /history?kind=partner&reference={P}
SELECT s.*, c.* FROM journal_change c JOIN journal_change_set s ON s.id = c.change_set_id WHERE c.entity = 'Partner' AND c.entity_id = {p} ORDER BY c.change_set_id DESC, c.position DESC LIMIT 51;

-- auditor GET /history/search as /history/search?actor=officer
SELECT s.*, c.* FROM (SELECT * FROM journal_change_set WHERE actor = 'officer' ORDER BY id DESC LIMIT 51) s STRAIGHT_JOIN journal_change c ON c.change_set_id = s.id ORDER BY s.id DESC, c.position DESC LIMIT 51;

-- auditor GET /history/heads as /history/heads
SELECT * FROM journal_head ORDER BY id DESC LIMIT 51;

-- auditor GET /history/key as /history/key
SELECT 1;

-- auditor GET /history/reports as /history/reports
SELECT 1;

-- auditor GET /history/audits as /history/audits
SELECT * FROM self_audit ORDER BY id DESC LIMIT 51;

-- auditor GET /history/dossier-jobs as /history/dossier-jobs
SELECT * FROM job WHERE kind = 'dossier' ORDER BY id DESC LIMIT 51;

-- officer GET /partners/{reference}/tags as /partners/{P}/tags
SELECT t.*, c.* FROM record_tags t LEFT JOIN tag c ON c.tags_id = t.id WHERE t.record_kind = 'Partner' AND t.record_id = {p};

-- officer GET /agreements/{reference}/tags as /agreements/{A}/tags
SELECT t.*, c.* FROM record_tags t LEFT JOIN tag c ON c.tags_id = t.id WHERE t.record_kind = 'Agreement' AND t.record_id = {a};

-- officer GET /events/{reference}/tags as /events/{EV}/tags
SELECT t.*, c.* FROM record_tags t LEFT JOIN tag c ON c.tags_id = t.id WHERE t.record_kind = 'IsidEvent' AND t.record_id = {ev};

-- officer GET /contributions/{reference}/tags as /contributions/{C}/tags
SELECT t.*, c.* FROM record_tags t LEFT JOIN tag c ON c.tags_id = t.id WHERE t.record_kind = 'Contribution' AND t.record_id = {c};

-- not here GET /dashboard/portfolio: a job of its own
-- not here GET /documents/{id}: there are no documents
-- not here GET /documents/{id}/file: there are no documents
-- not here GET /history/audits/{id}: the first complete check lasts as long as its own job says
-- not here GET /history/dossier: a job of its own
-- not here GET /history/dossier-jobs/{id}: there are none until somebody orders one
-- not here GET /history/dossier-jobs/{id}/file: there are none until somebody orders one
-- not here GET /history/export: a job of its own
-- not here GET /history/persons: no personal values are filled in
-- not here GET /history/persons/erasures: nobody was erased
-- not here GET /history/proof/consistency: reads of the tree are measured with the dossier
-- not here GET /history/proof/inclusion: reads of the tree are measured with the dossier
-- not here GET /history/reports/{name}: a report goes over a period of the journal, as the export does
-- not here GET /imports/{reference}: files are entered by their own jobs, which leave none to read before
-- not here GET /imports/{reference}/rows: files are entered by their own jobs, which leave none to read before
