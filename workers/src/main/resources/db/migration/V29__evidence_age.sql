-- The nightly round that deletes pictures after half a year looks for the oldest
create index delivery_evidence_by_age on delivery_evidence (stored_at);
