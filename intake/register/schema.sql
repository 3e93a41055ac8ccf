-- Made from schema/*.py by tables.py; do not edit. A test keeps it true.

CREATE TABLE r_state (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE r_case_counts (
  "case" BLOB PRIMARY KEY,
  postings INTEGER,
  requests INTEGER,
  removed INTEGER,
  reappeared INTEGER,
  live INTEGER,
  refused INTEGER,
  blocked INTEGER,
  temporary INTEGER,
  delisted INTEGER,
  gone INTEGER,
  last_said INTEGER,
  age INTEGER,
  minor INTEGER,
  center TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX r_case_counts_last_said ON r_case_counts (last_said);

CREATE TABLE r_center_counts (
  center TEXT PRIMARY KEY,
  cases INTEGER NOT NULL,
  postings INTEGER NOT NULL,
  requests INTEGER NOT NULL,
  removed INTEGER NOT NULL,
  reappeared INTEGER NOT NULL,
  live INTEGER NOT NULL,
  refused INTEGER NOT NULL,
  blocked INTEGER NOT NULL,
  temporary INTEGER NOT NULL,
  delisted INTEGER NOT NULL,
  gone INTEGER NOT NULL,
  minor INTEGER NOT NULL
) STRICT;

CREATE TRIGGER r_case_counts_insert AFTER INSERT ON r_case_counts BEGIN
  INSERT INTO r_center_counts (center, cases, postings, requests, removed, reappeared, live, refused, blocked, temporary, delisted, gone, minor) VALUES (new.center, 1, coalesce(new.postings, 0), coalesce(new.requests, 0), coalesce(new.removed, 0), coalesce(new.reappeared, 0), coalesce(new.live, 0), coalesce(new.refused, 0), coalesce(new.blocked, 0), coalesce(new.temporary, 0), coalesce(new.delisted, 0), coalesce(new.gone, 0), coalesce(new.minor, 0)) ON CONFLICT (center) DO UPDATE SET cases = cases + excluded.cases, postings = postings + excluded.postings, requests = requests + excluded.requests, removed = removed + excluded.removed, reappeared = reappeared + excluded.reappeared, live = live + excluded.live, refused = refused + excluded.refused, blocked = blocked + excluded.blocked, temporary = temporary + excluded.temporary, delisted = delisted + excluded.delisted, gone = gone + excluded.gone, minor = minor + excluded.minor;
END;

CREATE TRIGGER r_case_counts_delete AFTER DELETE ON r_case_counts BEGIN
  INSERT INTO r_center_counts (center, cases, postings, requests, removed, reappeared, live, refused, blocked, temporary, delisted, gone, minor) VALUES (old.center, -1, -coalesce(old.postings, 0), -coalesce(old.requests, 0), -coalesce(old.removed, 0), -coalesce(old.reappeared, 0), -coalesce(old.live, 0), -coalesce(old.refused, 0), -coalesce(old.blocked, 0), -coalesce(old.temporary, 0), -coalesce(old.delisted, 0), -coalesce(old.gone, 0), -coalesce(old.minor, 0)) ON CONFLICT (center) DO UPDATE SET cases = cases + excluded.cases, postings = postings + excluded.postings, requests = requests + excluded.requests, removed = removed + excluded.removed, reappeared = reappeared + excluded.reappeared, live = live + excluded.live, refused = refused + excluded.refused, blocked = blocked + excluded.blocked, temporary = temporary + excluded.temporary, delisted = delisted + excluded.delisted, gone = gone + excluded.gone, minor = minor + excluded.minor;
END;

CREATE TRIGGER r_case_counts_update AFTER UPDATE ON r_case_counts BEGIN
  INSERT INTO r_center_counts (center, cases, postings, requests, removed, reappeared, live, refused, blocked, temporary, delisted, gone, minor) VALUES (old.center, -1, -coalesce(old.postings, 0), -coalesce(old.requests, 0), -coalesce(old.removed, 0), -coalesce(old.reappeared, 0), -coalesce(old.live, 0), -coalesce(old.refused, 0), -coalesce(old.blocked, 0), -coalesce(old.temporary, 0), -coalesce(old.delisted, 0), -coalesce(old.gone, 0), -coalesce(old.minor, 0)) ON CONFLICT (center) DO UPDATE SET cases = cases + excluded.cases, postings = postings + excluded.postings, requests = requests + excluded.requests, removed = removed + excluded.removed, reappeared = reappeared + excluded.reappeared, live = live + excluded.live, refused = refused + excluded.refused, blocked = blocked + excluded.blocked, temporary = temporary + excluded.temporary, delisted = delisted + excluded.delisted, gone = gone + excluded.gone, minor = minor + excluded.minor;
  INSERT INTO r_center_counts (center, cases, postings, requests, removed, reappeared, live, refused, blocked, temporary, delisted, gone, minor) VALUES (new.center, 1, coalesce(new.postings, 0), coalesce(new.requests, 0), coalesce(new.removed, 0), coalesce(new.reappeared, 0), coalesce(new.live, 0), coalesce(new.refused, 0), coalesce(new.blocked, 0), coalesce(new.temporary, 0), coalesce(new.delisted, 0), coalesce(new.gone, 0), coalesce(new.minor, 0)) ON CONFLICT (center) DO UPDATE SET cases = cases + excluded.cases, postings = postings + excluded.postings, requests = requests + excluded.requests, removed = removed + excluded.removed, reappeared = reappeared + excluded.reappeared, live = live + excluded.live, refused = refused + excluded.refused, blocked = blocked + excluded.blocked, temporary = temporary + excluded.temporary, delisted = delisted + excluded.delisted, gone = gone + excluded.gone, minor = minor + excluded.minor;
END;

CREATE TABLE r_doc (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL,
  entity TEXT NOT NULL,
  cls TEXT NOT NULL,
  UNIQUE (id, entity, cls)
) STRICT;

CREATE VIRTUAL TABLE r_doc_fts USING fts5(grams, content='', contentless_delete=1, tokenize='ascii', detail=none, prefix='1');

CREATE TABLE r_case (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "number" TEXT,
  "received_on" TEXT,
  "received_at" TEXT,
  "route" TEXT,
  "counselor" TEXT,
  "consent" TEXT,
  "state" TEXT,
  "alias" TEXT,
  "center" TEXT,
  "owner" TEXT,
  "method" TEXT,
  "intake_kind" TEXT,
  "central_number" TEXT,
  "police_number" TEXT,
  "other_number" TEXT,
  "delete_basis" TEXT,
  "delete_basis_state" TEXT,
  "retention" TEXT,
  "training" INTEGER,
  "keep_evidence" INTEGER,
  "hold" INTEGER,
  "hold_reason" TEXT,
  "duty_basis" TEXT,
  "duty_reported_on" TEXT,
  "duty_reported_to" TEXT,
  "duty_not_reported_why" TEXT,
  "wish_report" TEXT,
  "wish_guardian" TEXT,
  "wish_share" TEXT,
  "wishes" TEXT,
  "wishes_by" TEXT,
  "wishes_on" TEXT,
  "told_rights" INTEGER,
  "told_secrecy" INTEGER,
  "told_retention" INTEGER,
  "told_evidence" INTEGER,
  "told_hotlines" INTEGER,
  "plan" TEXT,
  "next_contact" TEXT,
  "close_condition" TEXT,
  "closed_on" TEXT,
  "close_reason" TEXT,
  "plan_by" TEXT,
  "plan_on" TEXT,
  "plan_approved_by" TEXT,
  "plan_approved_on" TEXT,
  "hold_from" TEXT,
  "hold_by" TEXT,
  "retention_from" TEXT,
  "anonymous" INTEGER,
  "joined_to" BLOB,
  "police_alias" TEXT,
  "hold_ground" TEXT,
  "hold_authority" TEXT,
  "hold_until" TEXT,
  "deleted" TEXT,
  "number_key" TEXT,
  "alias_cho" TEXT,
  "central_number_key" TEXT,
  "police_number_key" TEXT,
  "other_number_key" TEXT
) STRICT;

CREATE INDEX r_case_deleted_id ON r_case ("deleted", "id");

CREATE INDEX r_case_deleted_said ON r_case ("deleted", "said");

CREATE INDEX r_case_deleted_received_on ON r_case ("deleted", "received_on");

CREATE INDEX r_case_deleted_state_received_on ON r_case ("deleted", "state", "received_on");

CREATE INDEX r_case_deleted_alias ON r_case ("deleted", "alias");

CREATE INDEX r_case_deleted_next_contact ON r_case ("deleted", "next_contact");

CREATE INDEX r_case_deleted_number_key ON r_case ("deleted", "number_key");

CREATE INDEX r_case_deleted_alias_cho ON r_case ("deleted", "alias_cho");

CREATE INDEX r_case_deleted_central_number_key ON r_case ("deleted", "central_number_key");

CREATE INDEX r_case_deleted_police_number_key ON r_case ("deleted", "police_number_key");

CREATE INDEX r_case_deleted_other_number_key ON r_case ("deleted", "other_number_key");

CREATE TABLE r_person (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "case" BLOB,
  "role" TEXT,
  "name" TEXT,
  "name_state" TEXT,
  "alias" TEXT,
  "phone" TEXT,
  "phone_state" TEXT,
  "phone_hours" TEXT,
  "email" TEXT,
  "may_text" TEXT,
  "may_text_state" TEXT,
  "may_voice" TEXT,
  "may_voice_state" TEXT,
  "shared_device" TEXT,
  "shared_device_state" TEXT,
  "safe_contact" TEXT,
  "safe_contact_state" TEXT,
  "language" TEXT,
  "interpreter" TEXT,
  "interpreter_state" TEXT,
  "sex" TEXT,
  "sex_state" TEXT,
  "age" INTEGER,
  "age_state" TEXT,
  "age_band" TEXT,
  "age_band_state" TEXT,
  "birth" TEXT,
  "under_14" TEXT,
  "under_14_state" TEXT,
  "under_19" TEXT,
  "under_19_state" TEXT,
  "job_group" TEXT,
  "job_group_state" TEXT,
  "region" TEXT,
  "region_state" TEXT,
  "nationality_group" TEXT,
  "nationality_group_state" TEXT,
  "school" TEXT,
  "disability" TEXT,
  "disability_state" TEXT,
  "communication_help" TEXT,
  "communication_help_state" TEXT,
  "requester_kind" TEXT,
  "paper_id" TEXT,
  "paper_relation" TEXT,
  "paper_power" TEXT,
  "paper_victim_id" TEXT,
  "papers_on" TEXT,
  "papers_by" TEXT,
  "guardian_confirm" TEXT,
  "own_accounts" TEXT,
  "remark" TEXT,
  "deleted" TEXT,
  "name_cho" TEXT,
  "alias_cho" TEXT,
  "phone_key" TEXT,
  "email_key" TEXT,
  "own_accounts_key" TEXT
) STRICT;

CREATE INDEX r_person_case_deleted_role ON r_person ("case", "deleted", "role");

CREATE INDEX r_person_deleted_birth ON r_person ("deleted", "birth");

CREATE INDEX r_person_deleted_name_cho ON r_person ("deleted", "name_cho");

CREATE INDEX r_person_deleted_alias_cho ON r_person ("deleted", "alias_cho");

CREATE INDEX r_person_deleted_phone_key ON r_person ("deleted", "phone_key");

CREATE INDEX r_person_deleted_email_key ON r_person ("deleted", "email_key");

CREATE INDEX r_person_deleted_own_accounts_key ON r_person ("deleted", "own_accounts_key");

CREATE TABLE r_support_line (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "case" BLOB,
  "kind" TEXT,
  "state" TEXT,
  "wish" TEXT,
  "wish_on" TEXT,
  "opened_on" TEXT,
  "closed_on" TEXT,
  "counselor" TEXT,
  "agency" BLOB,
  "remark" TEXT,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_support_line_case_deleted_kind ON r_support_line ("case", "deleted", "kind");

CREATE INDEX r_support_line_deleted_state_opened_on ON r_support_line ("deleted", "state", "opened_on");

CREATE TABLE r_support_action (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "case" BLOB,
  "line" BLOB,
  "kind" TEXT,
  "done_on" TEXT,
  "quantity" INTEGER,
  "minutes" INTEGER,
  "counselor" TEXT,
  "method" TEXT,
  "agency" BLOB,
  "agency_person" TEXT,
  "result" TEXT,
  "interview" BLOB,
  "outside_system" TEXT,
  "outside_number" TEXT,
  "remark" TEXT,
  "deleted" TEXT,
  "outside_number_key" TEXT
) STRICT;

CREATE INDEX r_support_action_case_deleted_done_on ON r_support_action ("case", "deleted", "done_on");

CREATE INDEX r_support_action_deleted_kind_done_on ON r_support_action ("deleted", "kind", "done_on");

CREATE INDEX r_support_action_deleted_outside_number_key ON r_support_action ("deleted", "outside_number_key");

CREATE TABLE r_task (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "case" BLOB,
  "kind" TEXT,
  "due_on" TEXT,
  "state" TEXT,
  "assignee" TEXT,
  "about" BLOB,
  "done_on" TEXT,
  "words" TEXT,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_task_case_deleted_due_on ON r_task ("case", "deleted", "due_on");

CREATE INDEX r_task_deleted_state_due_on ON r_task ("deleted", "state", "due_on");

CREATE TABLE r_appointment (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "case" BLOB,
  "on" TEXT,
  "at" TEXT,
  "minutes" INTEGER,
  "method" TEXT,
  "state" TEXT,
  "counselor" TEXT,
  "agency" BLOB,
  "place" TEXT,
  "words" TEXT,
  "kind" TEXT,
  "trial" BLOB,
  "deadline_basis" TEXT,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_appointment_case_deleted_on ON r_appointment ("case", "deleted", "on");

CREATE INDEX r_appointment_deleted_on ON r_appointment ("deleted", "on");

CREATE INDEX r_appointment_deleted_state_on ON r_appointment ("deleted", "state", "on");

CREATE TABLE r_agency (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "name" TEXT,
  "kind" TEXT,
  "branch" TEXT,
  "person" TEXT,
  "phone" TEXT,
  "email" TEXT,
  "address" TEXT,
  "url" TEXT,
  "valid_from" TEXT,
  "valid_to" TEXT,
  "remark" TEXT,
  "deleted" TEXT,
  "name_cho" TEXT,
  "phone_key" TEXT,
  "email_key" TEXT,
  "url_key" TEXT
) STRICT;

CREATE INDEX r_agency_deleted_kind_name ON r_agency ("deleted", "kind", "name");

CREATE INDEX r_agency_deleted_name_cho ON r_agency ("deleted", "name_cho");

CREATE INDEX r_agency_deleted_phone_key ON r_agency ("deleted", "phone_key");

CREATE INDEX r_agency_deleted_email_key ON r_agency ("deleted", "email_key");

CREATE INDEX r_agency_deleted_url_key ON r_agency ("deleted", "url_key");

CREATE TABLE r_trial (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "case" BLOB,
  "suspect" BLOB,
  "stage" TEXT,
  "number" TEXT,
  "court" TEXT,
  "division" TEXT,
  "hearing_on" TEXT,
  "sentenced_on" TEXT,
  "sought" TEXT,
  "sentence" TEXT,
  "outcome" TEXT,
  "charges" TEXT,
  "police_number" TEXT,
  "prosecution_number" TEXT,
  "wanted" INTEGER,
  "held" INTEGER,
  "arrested_on" TEXT,
  "indicted_on" TEXT,
  "sought_months" INTEGER,
  "sentence_months" INTEGER,
  "suspended_months" INTEGER,
  "programme_hours" INTEGER,
  "restriction_months" INTEGER,
  "registered" INTEGER,
  "appealed_by" TEXT,
  "appeal_until" TEXT,
  "final_on" TEXT,
  "remark" TEXT,
  "deleted" TEXT,
  "number_key" TEXT,
  "police_number_key" TEXT,
  "prosecution_number_key" TEXT
) STRICT;

CREATE INDEX r_trial_case_deleted_hearing_on ON r_trial ("case", "deleted", "hearing_on");

CREATE INDEX r_trial_deleted_hearing_on ON r_trial ("deleted", "hearing_on");

CREATE INDEX r_trial_deleted_number_key ON r_trial ("deleted", "number_key");

CREATE INDEX r_trial_deleted_police_number_key ON r_trial ("deleted", "police_number_key");

CREATE INDEX r_trial_deleted_prosecution_number_key ON r_trial ("deleted", "prosecution_number_key");

CREATE TABLE r_paper (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "case" BLOB,
  "kind" TEXT,
  "number" TEXT,
  "made_on" TEXT,
  "made_by" TEXT,
  "addressee" TEXT,
  "purpose_of_access" TEXT,
  "state" TEXT,
  "digest_of" TEXT,
  "evidence" BLOB,
  "remark" TEXT,
  "receiver" TEXT,
  "deleted" TEXT,
  "number_key" TEXT
) STRICT;

CREATE INDEX r_paper_case_deleted_made_on ON r_paper ("case", "deleted", "made_on");

CREATE INDEX r_paper_deleted_number_key ON r_paper ("deleted", "number_key");

CREATE TABLE r_incident (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "case" BLOB,
  "happened_from" TEXT,
  "happened_from_state" TEXT,
  "happened_to" TEXT,
  "happened_to_state" TEXT,
  "noticed_on" TEXT,
  "noticed_on_state" TEXT,
  "learned_by" TEXT,
  "learned_by_state" TEXT,
  "spread" TEXT,
  "spread_state" TEXT,
  "extent" TEXT,
  "extent_state" TEXT,
  "relation" TEXT,
  "relation_state" TEXT,
  "relation_detail" TEXT,
  "relation_detail_state" TEXT,
  "place" TEXT,
  "place_state" TEXT,
  "story" TEXT,
  "story_by" TEXT,
  "story_on" TEXT,
  "filming_stated" TEXT,
  "filming_stated_by" TEXT,
  "filming_stated_on" TEXT,
  "aftermath" TEXT,
  "aftermath_state" TEXT,
  "aftermath_by" TEXT,
  "aftermath_on" TEXT,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_incident_case_deleted_happened_from ON r_incident ("case", "deleted", "happened_from");

CREATE TABLE r_harm (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "case" BLOB,
  "of" BLOB,
  "kind" TEXT,
  "chosen" INTEGER,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_harm_case_deleted_kind ON r_harm ("case", "deleted", "kind");

CREATE INDEX r_harm_of_deleted ON r_harm ("of", "deleted");

CREATE TABLE r_material_kind (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "case" BLOB,
  "of" BLOB,
  "kind" TEXT,
  "chosen" INTEGER,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_material_kind_case_deleted_kind ON r_material_kind ("case", "deleted", "kind");

CREATE INDEX r_material_kind_of_deleted ON r_material_kind ("of", "deleted");

CREATE TABLE r_suspect (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "case" BLOB,
  "part" TEXT,
  "part_state" TEXT,
  "stage" TEXT,
  "main" INTEGER,
  "nickname" TEXT,
  "nickname_state" TEXT,
  "name" TEXT,
  "name_state" TEXT,
  "sex" TEXT,
  "sex_state" TEXT,
  "age" INTEGER,
  "age_state" TEXT,
  "age_words" TEXT,
  "job" TEXT,
  "job_state" TEXT,
  "affiliation" TEXT,
  "affiliation_state" TEXT,
  "region" TEXT,
  "region_state" TEXT,
  "approach" TEXT,
  "approach_state" TEXT,
  "method" TEXT,
  "method_state" TEXT,
  "method_by" TEXT,
  "method_on" TEXT,
  "threat" TEXT,
  "threat_state" TEXT,
  "threat_by" TEXT,
  "threat_on" TEXT,
  "threat_deadline" TEXT,
  "threat_deadline_state" TEXT,
  "in_contact" TEXT,
  "in_contact_state" TEXT,
  "accomplices" TEXT,
  "accomplices_state" TEXT,
  "features" TEXT,
  "features_state" TEXT,
  "features_by" TEXT,
  "features_on" TEXT,
  "prior_record" TEXT,
  "seen_from" TEXT,
  "seen_to" TEXT,
  "remark" TEXT,
  "deleted" TEXT,
  "nickname_cho" TEXT,
  "name_cho" TEXT
) STRICT;

CREATE INDEX r_suspect_case_deleted_main ON r_suspect ("case", "deleted", "main");

CREATE INDEX r_suspect_deleted_nickname_cho ON r_suspect ("deleted", "nickname_cho");

CREATE INDEX r_suspect_deleted_name_cho ON r_suspect ("deleted", "name_cho");

CREATE TABLE r_demand (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "case" BLOB,
  "of" BLOB,
  "kind" TEXT,
  "chosen" INTEGER,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_demand_case_deleted_kind ON r_demand ("case", "deleted", "kind");

CREATE INDEX r_demand_of_deleted ON r_demand ("of", "deleted");

CREATE TABLE r_identifier (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "case" BLOB,
  "suspect" BLOB,
  "kind" TEXT,
  "value" TEXT,
  "site" TEXT,
  "role" TEXT,
  "strength" TEXT,
  "shared" INTEGER,
  "shared_why" TEXT,
  "said_by" TEXT,
  "seen_from" TEXT,
  "seen_to" TEXT,
  "source" BLOB,
  "source_words" TEXT,
  "deleted" TEXT,
  "value_key" TEXT
) STRICT;

CREATE INDEX r_identifier_case_deleted_kind ON r_identifier ("case", "deleted", "kind");

CREATE INDEX r_identifier_suspect_deleted ON r_identifier ("suspect", "deleted");

CREATE INDEX r_identifier_deleted_kind_value_key ON r_identifier ("deleted", "kind", "value_key");

CREATE INDEX r_identifier_deleted_value_key ON r_identifier ("deleted", "value_key");

CREATE TABLE r_own_account (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "case" BLOB,
  "kind" TEXT,
  "value" TEXT,
  "site" TEXT,
  "remark" TEXT,
  "deleted" TEXT,
  "value_key" TEXT
) STRICT;

CREATE INDEX r_own_account_case_deleted_kind ON r_own_account ("case", "deleted", "kind");

CREATE INDEX r_own_account_deleted_value_key ON r_own_account ("deleted", "value_key");

CREATE TABLE r_posting (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "case" BLOB,
  "url" TEXT,
  "typed" TEXT,
  "platform" TEXT,
  "site" TEXT,
  "title" TEXT,
  "keyword" TEXT,
  "uploader" TEXT,
  "uploaded_on" TEXT,
  "found_on" TEXT,
  "found_by" TEXT,
  "material" TEXT,
  "result" TEXT,
  "result_on" TEXT,
  "next_check" TEXT,
  "parent" BLOB,
  "suspect" BLOB,
  "incident" BLOB,
  "evidence" BLOB,
  "country" TEXT,
  "views" INTEGER,
  "identifiable" TEXT,
  "minor_shown" TEXT,
  "police_too" INTEGER,
  "item" BLOB,
  "found_how" TEXT,
  "restored" INTEGER,
  "cache_of" TEXT,
  "check_stopped" INTEGER,
  "remark" TEXT,
  "deleted" TEXT,
  "url_key" TEXT,
  "url_host" TEXT,
  "uploader_key" TEXT
) STRICT;

CREATE INDEX r_posting_case_deleted_found_on ON r_posting ("case", "deleted", "found_on");

CREATE INDEX r_posting_case_deleted_result ON r_posting ("case", "deleted", "result");

CREATE INDEX r_posting_case_deleted_parent_restored_result ON r_posting ("case", "deleted", "parent", "restored", "result");

CREATE INDEX r_posting_deleted_result_found_on ON r_posting ("deleted", "result", "found_on");

CREATE INDEX r_posting_deleted_result_result_on ON r_posting ("deleted", "result", "result_on");

CREATE INDEX r_posting_deleted_found_on ON r_posting ("deleted", "found_on");

CREATE INDEX r_posting_deleted_url_host ON r_posting ("deleted", "url_host");

CREATE INDEX r_posting_deleted_next_check ON r_posting ("deleted", "next_check");

CREATE INDEX r_posting_parent_deleted ON r_posting ("parent", "deleted");

CREATE INDEX r_posting_deleted_url_key ON r_posting ("deleted", "url_key");

CREATE INDEX r_posting_deleted_uploader_key ON r_posting ("deleted", "uploader_key");

CREATE TABLE r_leak (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "case" BLOB,
  "of" BLOB,
  "kind" TEXT,
  "chosen" INTEGER,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_leak_case_deleted_kind ON r_leak ("case", "deleted", "kind");

CREATE INDEX r_leak_of_deleted ON r_leak ("of", "deleted");

CREATE TABLE r_deletion_action (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "case" BLOB,
  "posting" BLOB,
  "kind" TEXT,
  "done_on" TEXT,
  "done_at" TEXT,
  "counselor" TEXT,
  "channel" TEXT,
  "addressee" TEXT,
  "agency" BLOB,
  "basis" TEXT,
  "result" TEXT,
  "result_on" TEXT,
  "minutes" INTEGER,
  "request_number" TEXT,
  "outside_system" TEXT,
  "outside_number" TEXT,
  "remark" TEXT,
  "deleted" TEXT,
  "request_number_key" TEXT,
  "outside_number_key" TEXT
) STRICT;

CREATE INDEX r_deletion_action_case_deleted_done_on ON r_deletion_action ("case", "deleted", "done_on");

CREATE INDEX r_deletion_action_case_deleted_kind ON r_deletion_action ("case", "deleted", "kind");

CREATE INDEX r_deletion_action_posting_deleted_done_on ON r_deletion_action ("posting", "deleted", "done_on");

CREATE INDEX r_deletion_action_deleted_kind_done_on ON r_deletion_action ("deleted", "kind", "done_on");

CREATE INDEX r_deletion_action_deleted_request_number_key ON r_deletion_action ("deleted", "request_number_key");

CREATE INDEX r_deletion_action_deleted_outside_number_key ON r_deletion_action ("deleted", "outside_number_key");

CREATE TABLE r_evidence (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "case" BLOB,
  "kind" TEXT,
  "title" TEXT,
  "acquired_at" TEXT,
  "acquired_on" TEXT,
  "acquired_by" TEXT,
  "acquired_from" TEXT,
  "how" TEXT,
  "sha256" TEXT,
  "pdq" TEXT,
  "size" INTEGER,
  "media_type" TEXT,
  "file_name" TEXT,
  "material" TEXT,
  "store" TEXT,
  "where_kept" TEXT,
  "legal_basis" TEXT,
  "attachment" TEXT,
  "attachment_key" TEXT,
  "posting" BLOB,
  "suspect" BLOB,
  "incident" BLOB,
  "watermark" TEXT,
  "description" TEXT,
  "description_by" TEXT,
  "description_on" TEXT,
  "told_to_keep" INTEGER,
  "sexual" INTEGER,
  "quality" INTEGER,
  "frames" INTEGER,
  "duration_ms" INTEGER,
  "item" BLOB,
  "outside_system" TEXT,
  "outside_number" TEXT,
  "deleted" TEXT,
  "sha256_key" TEXT,
  "pdq_key" TEXT,
  "watermark_key" TEXT,
  "outside_number_key" TEXT
) STRICT;

CREATE INDEX r_evidence_case_deleted_acquired_on ON r_evidence ("case", "deleted", "acquired_on");

CREATE INDEX r_evidence_deleted_attachment ON r_evidence ("deleted", "attachment");

CREATE INDEX r_evidence_deleted_sha256_key ON r_evidence ("deleted", "sha256_key");

CREATE INDEX r_evidence_deleted_pdq_key ON r_evidence ("deleted", "pdq_key");

CREATE INDEX r_evidence_deleted_watermark_key ON r_evidence ("deleted", "watermark_key");

CREATE INDEX r_evidence_deleted_outside_number_key ON r_evidence ("deleted", "outside_number_key");

CREATE TABLE r_consent (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "case" BLOB,
  "purpose" TEXT,
  "decision" TEXT,
  "receiver" TEXT,
  "receiver_name" TEXT,
  "given_on" TEXT,
  "given_at" TEXT,
  "method" TEXT,
  "giver" TEXT,
  "explained_by" TEXT,
  "form_version" TEXT,
  "text_digest" TEXT,
  "language" TEXT,
  "keep_until" TEXT,
  "guardian_name" TEXT,
  "guardian_contact" TEXT,
  "guardian_confirm" TEXT,
  "guardian_not_told_why" TEXT,
  "withdrawn_on" TEXT,
  "withdrawn_at" TEXT,
  "withdrawn_why" TEXT,
  "withhold_what" TEXT,
  "withhold_from" TEXT,
  "withhold_why" TEXT,
  "evidence" BLOB,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_consent_case_deleted_purpose ON r_consent ("case", "deleted", "purpose");

CREATE INDEX r_consent_deleted_purpose_decision ON r_consent ("deleted", "purpose", "decision");

CREATE INDEX r_consent_deleted_decision_given_on ON r_consent ("deleted", "decision", "given_on");

CREATE TABLE r_interview (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "case" BLOB,
  "kind" TEXT,
  "state" TEXT,
  "form" TEXT,
  "form_version" TEXT,
  "started_at" TEXT,
  "ended_at" TEXT,
  "minutes" INTEGER,
  "paused_minutes" INTEGER,
  "counselor" TEXT,
  "method" TEXT,
  "next_contact" TEXT,
  "risk_change" TEXT,
  "present" TEXT,
  "condition" TEXT,
  "summary" TEXT,
  "promised" TEXT,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_interview_case_deleted_started_at ON r_interview ("case", "deleted", "started_at");

CREATE INDEX r_interview_deleted_state_started_at ON r_interview ("deleted", "state", "started_at");

CREATE INDEX r_interview_deleted_next_contact ON r_interview ("deleted", "next_contact");

CREATE TABLE r_answer (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "case" BLOB,
  "interview" BLOB,
  "path" TEXT,
  "state" TEXT,
  "value" ANY,
  "value_core" ANY,
  "value_identity" ANY,
  "value_suspect" ANY,
  "value_material" ANY,
  "value_court" ANY,
  "form_version" TEXT,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_answer_case_deleted ON r_answer ("case", "deleted");

CREATE INDEX r_answer_interview_deleted_path ON r_answer ("interview", "deleted", "path");

CREATE TABLE r_note (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "case" BLOB,
  "kind" TEXT,
  "text" TEXT,
  "text_by" TEXT,
  "text_on" TEXT,
  "at" TEXT,
  "interview" BLOB,
  "about" BLOB,
  "corrects" BLOB,
  "place" INTEGER,
  "counselor" TEXT,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_note_case_deleted_at ON r_note ("case", "deleted", "at");

CREATE INDEX r_note_interview_deleted_place ON r_note ("interview", "deleted", "place");

CREATE INDEX r_note_about_deleted ON r_note ("about", "deleted");

CREATE TABLE r_risk (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "case" BLOB,
  "on" TEXT,
  "interview" BLOB,
  "counselor" TEXT,
  "suicide" TEXT,
  "suicide_state" TEXT,
  "self_harm" TEXT,
  "self_harm_state" TEXT,
  "spread_near" TEXT,
  "spread_near_state" TEXT,
  "demands_go_on" TEXT,
  "demands_go_on_state" TEXT,
  "whereabouts_known" TEXT,
  "whereabouts_known_state" TEXT,
  "stalking" TEXT,
  "stalking_state" TEXT,
  "minor" TEXT,
  "minor_state" TEXT,
  "no_support" TEXT,
  "no_support_state" TEXT,
  "in_contact" TEXT,
  "in_contact_state" TEXT,
  "other_victims" TEXT,
  "other_victims_state" TEXT,
  "money" TEXT,
  "money_state" TEXT,
  "home_exposed" TEXT,
  "home_exposed_state" TEXT,
  "own_view" TEXT,
  "own_view_state" TEXT,
  "level" TEXT,
  "reasons" TEXT,
  "reasons_by" TEXT,
  "reasons_on" TEXT,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_risk_case_deleted_on ON r_risk ("case", "deleted", "on");

CREATE INDEX r_risk_deleted_level_on ON r_risk ("deleted", "level", "on");

CREATE TABLE r_safety_plan (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "case" BLOB,
  "on" TEXT,
  "risk" BLOB,
  "counselor" TEXT,
  "called_109" INTEGER,
  "called_112" INTEGER,
  "called_1366" INTEGER,
  "protection_asked" INTEGER,
  "talk_stopped" INTEGER,
  "evidence_kept" INTEGER,
  "accounts_secured" INTEGER,
  "payment_stopped" INTEGER,
  "safe_person" TEXT,
  "safe_place" TEXT,
  "steps" TEXT,
  "steps_by" TEXT,
  "steps_on" TEXT,
  "review_on" TEXT,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_safety_plan_case_deleted_on ON r_safety_plan ("case", "deleted", "on");

CREATE TABLE r_material (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "case" BLOB,
  "kind" TEXT,
  "title" TEXT,
  "medium" TEXT,
  "incident" BLOB,
  "made_on" TEXT,
  "made_on_state" TEXT,
  "identifiable" TEXT,
  "identifiable_state" TEXT,
  "minor_shown" TEXT,
  "minor_shown_state" TEXT,
  "edited" TEXT,
  "edited_state" TEXT,
  "self_made" TEXT,
  "for_profit" TEXT,
  "for_profit_state" TEXT,
  "watermark" TEXT,
  "keywords" TEXT,
  "description" TEXT,
  "description_by" TEXT,
  "description_on" TEXT,
  "deleted" TEXT,
  "watermark_key" TEXT
) STRICT;

CREATE INDEX r_material_case_deleted_kind ON r_material ("case", "deleted", "kind");

CREATE INDEX r_material_deleted_watermark_key ON r_material ("deleted", "watermark_key");

CREATE TABLE r_custody (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "case" BLOB,
  "evidence" BLOB,
  "kind" TEXT,
  "at" TEXT,
  "by" TEXT,
  "handed_to" TEXT,
  "agency" BLOB,
  "purpose" TEXT,
  "reason" TEXT,
  "seconds" INTEGER,
  "sha256" TEXT,
  "medium_number" TEXT,
  "deleted" TEXT,
  "medium_number_key" TEXT
) STRICT;

CREATE INDEX r_custody_case_deleted_at ON r_custody ("case", "deleted", "at");

CREATE INDEX r_custody_evidence_deleted_at ON r_custody ("evidence", "deleted", "at");

CREATE INDEX r_custody_deleted_medium_number_key ON r_custody ("deleted", "medium_number_key");

CREATE TABLE r_fingerprint (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "case" BLOB,
  "evidence" BLOB,
  "kind" TEXT,
  "value" TEXT,
  "quality" INTEGER,
  "at_ms" INTEGER,
  "deleted" TEXT,
  "value_key" TEXT
) STRICT;

CREATE INDEX r_fingerprint_evidence_deleted_at_ms ON r_fingerprint ("evidence", "deleted", "at_ms");

CREATE INDEX r_fingerprint_case_deleted_kind ON r_fingerprint ("case", "deleted", "kind");

CREATE INDEX r_fingerprint_deleted_value_key ON r_fingerprint ("deleted", "value_key");

CREATE TABLE r_timestamp (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "case" BLOB,
  "evidence" BLOB,
  "sha256" TEXT,
  "nonce" TEXT,
  "asked_at" TEXT,
  "stamped_at" TEXT,
  "authority" TEXT,
  "root" TEXT,
  "policy" TEXT,
  "serial" TEXT,
  "token" TEXT,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_timestamp_evidence_deleted_stamped_at ON r_timestamp ("evidence", "deleted", "stamped_at");

CREATE INDEX r_timestamp_case_deleted_stamped_at ON r_timestamp ("case", "deleted", "stamped_at");

CREATE TABLE r_referral (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "case" BLOB,
  "line" BLOB,
  "agency" BLOB,
  "agency_person" TEXT,
  "state" TEXT,
  "offered_on" TEXT,
  "answered_on" TEXT,
  "sent_on" TEXT,
  "taken_on" TEXT,
  "done_on" TEXT,
  "revoked_on" TEXT,
  "consent" BLOB,
  "counselor" TEXT,
  "remark" TEXT,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_referral_case_deleted_offered_on ON r_referral ("case", "deleted", "offered_on");

CREATE INDEX r_referral_deleted_state_offered_on ON r_referral ("deleted", "state", "offered_on");

CREATE INDEX r_referral_deleted_state_sent_on ON r_referral ("deleted", "state", "sent_on");

CREATE TABLE r_goal (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "case" BLOB,
  "state" TEXT,
  "set_on" TEXT,
  "review_on" TEXT,
  "reached_on" TEXT,
  "counselor" TEXT,
  "words" TEXT,
  "steps" TEXT,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_goal_case_deleted_set_on ON r_goal ("case", "deleted", "set_on");

CREATE TABLE r_disclosure (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "case" BLOB,
  "purpose" TEXT,
  "receiver" TEXT,
  "receiver_name" TEXT,
  "left_on" TEXT,
  "left_at" TEXT,
  "by" TEXT,
  "means" TEXT,
  "items" TEXT,
  "bundle" TEXT,
  "paper" BLOB,
  "evidence" BLOB,
  "referral" BLOB,
  "recall" TEXT,
  "recalled_on" TEXT,
  "acknowledged_on" TEXT,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_disclosure_case_deleted_left_on ON r_disclosure ("case", "deleted", "left_on");

CREATE INDEX r_disclosure_deleted_recall_left_on ON r_disclosure ("deleted", "recall", "left_on");

CREATE TABLE r_court_event (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "case" BLOB,
  "trial" BLOB,
  "kind" TEXT,
  "on" TEXT,
  "at" TEXT,
  "stage" TEXT,
  "party" TEXT,
  "months" INTEGER,
  "room" TEXT,
  "told_victim_by" TEXT,
  "told_victim_on" TEXT,
  "remark" TEXT,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_court_event_case_deleted_on ON r_court_event ("case", "deleted", "on");

CREATE INDEX r_court_event_trial_deleted_on ON r_court_event ("trial", "deleted", "on");

CREATE INDEX r_court_event_deleted_kind_on ON r_court_event ("deleted", "kind", "on");

CREATE TABLE r_site (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "host" TEXT,
  "name" TEXT,
  "platform" TEXT,
  "country" TEXT,
  "channel" TEXT,
  "report_url" TEXT,
  "email" TEXT,
  "phone" TEXT,
  "language" TEXT,
  "papers" TEXT,
  "person" TEXT,
  "checked_on" TEXT,
  "remark" TEXT,
  "deleted" TEXT,
  "host_key" TEXT,
  "name_cho" TEXT,
  "email_key" TEXT
) STRICT;

CREATE INDEX r_site_deleted_host_key ON r_site ("deleted", "host_key");

CREATE INDEX r_site_deleted_platform_name ON r_site ("deleted", "platform", "name");

CREATE INDEX r_site_deleted_name_cho ON r_site ("deleted", "name_cho");

CREATE INDEX r_site_deleted_email_key ON r_site ("deleted", "email_key");

CREATE TABLE r_merge (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "kind" TEXT,
  "kept" BLOB,
  "kept_case" BLOB,
  "joined" BLOB,
  "joined_case" BLOB,
  "decision" TEXT,
  "reason" TEXT,
  "decided_on" TEXT,
  "decided_by" TEXT,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_merge_kept_deleted ON r_merge ("kept", "deleted");

CREATE INDEX r_merge_joined_deleted ON r_merge ("joined", "deleted");

CREATE INDEX r_merge_deleted_kind_decided_on ON r_merge ("deleted", "kind", "decided_on");

CREATE TABLE r_role_grant (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "counselor" TEXT,
  "role" TEXT,
  "granted_on" TEXT,
  "granted_by" TEXT,
  "ended_on" TEXT,
  "ended_by" TEXT,
  "reason" TEXT,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_role_grant_deleted_counselor_role ON r_role_grant ("deleted", "counselor", "role");

CREATE INDEX r_role_grant_deleted_role ON r_role_grant ("deleted", "role");

CREATE TABLE r_break_glass (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "counselor" TEXT,
  "role" TEXT,
  "about" BLOB,
  "at" TEXT,
  "until" TEXT,
  "purpose" TEXT,
  "reason" TEXT,
  "reviewed_by" TEXT,
  "reviewed_on" TEXT,
  "finding" TEXT,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_break_glass_deleted_at ON r_break_glass ("deleted", "at");

CREATE INDEX r_break_glass_deleted_reviewed_on_at ON r_break_glass ("deleted", "reviewed_on", "at");

CREATE TABLE r_access_mark (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "device" TEXT,
  "on" TEXT,
  "lines" INTEGER,
  "head" TEXT,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_access_mark_deleted_device_on ON r_access_mark ("deleted", "device", "on");

CREATE TABLE r_access_review (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "month" TEXT,
  "device" TEXT,
  "reviewed_by" TEXT,
  "reviewed_on" TEXT,
  "finding" TEXT,
  "lines" INTEGER,
  "remark" TEXT,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_access_review_deleted_month_device ON r_access_review ("deleted", "month", "device");

CREATE TABLE r_destruction (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "number" TEXT,
  "part" TEXT,
  "cls" TEXT,
  "ground" TEXT,
  "done_on" TEXT,
  "done_by" TEXT,
  "approved_by" TEXT,
  "records" INTEGER,
  "attachments" INTEGER,
  "whole" INTEGER,
  "proven_on" TEXT,
  "deleted" TEXT,
  "number_key" TEXT
) STRICT;

CREATE INDEX r_destruction_deleted_done_on ON r_destruction ("deleted", "done_on");

CREATE INDEX r_destruction_deleted_number_key ON r_destruction ("deleted", "number_key");

CREATE TABLE r_link (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "kind" TEXT,
  "one" BLOB,
  "one_case" BLOB,
  "other" BLOB,
  "other_case" BLOB,
  "decision" TEXT,
  "reason" TEXT,
  "reason_words" TEXT,
  "likeness" TEXT,
  "weight" INTEGER,
  "engine" TEXT,
  "center" TEXT,
  "decided_by" TEXT,
  "decided_on" TEXT,
  "decided_at" TEXT,
  "second" TEXT,
  "second_by" TEXT,
  "second_on" TEXT,
  "second_reason" TEXT,
  "for_court" INTEGER,
  "standing" TEXT,
  "seen" INTEGER,
  "looked_by" TEXT,
  "looked_on" TEXT,
  "looked_reason" TEXT,
  "looked_over" TEXT,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_link_one_deleted ON r_link ("one", "deleted");

CREATE INDEX r_link_other_deleted ON r_link ("other", "deleted");

CREATE INDEX r_link_one_case_deleted ON r_link ("one_case", "deleted");

CREATE INDEX r_link_other_case_deleted ON r_link ("other_case", "deleted");

CREATE INDEX r_link_deleted_decided_on ON r_link ("deleted", "decided_on");

CREATE TABLE r_link_line (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "link" BLOB,
  "place" INTEGER,
  "says" TEXT,
  "kind" TEXT,
  "one_record" BLOB,
  "other_record" BLOB,
  "weight" INTEGER,
  "holders" INTEGER,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_link_line_link_deleted ON r_link_line ("link", "deleted");

CREATE TABLE r_link_notice (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "to_center" TEXT,
  "kind" TEXT,
  "link_kind" TEXT,
  "state" TEXT,
  "link" BLOB,
  "about_case" BLOB,
  "about" BLOB,
  "likeness" TEXT,
  "confirmed_on" TEXT,
  "two_persons" INTEGER,
  "other_cases" INTEGER,
  "other_center" TEXT,
  "other_title" TEXT,
  "contact_name" TEXT,
  "contact_phone" TEXT,
  "contact_email" TEXT,
  "said_on" TEXT,
  "said_by" TEXT,
  "recalled_on" TEXT,
  "recall_reason" TEXT,
  "request" BLOB,
  "wanted" TEXT,
  "reply" TEXT,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_link_notice_deleted_to_center_said_on ON r_link_notice ("deleted", "to_center", "said_on");

CREATE INDEX r_link_notice_about_case_deleted ON r_link_notice ("about_case", "deleted");

CREATE INDEX r_link_notice_link_deleted ON r_link_notice ("link", "deleted");

CREATE INDEX r_link_notice_request_deleted ON r_link_notice ("request", "deleted");

CREATE TABLE r_notice_line (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "notice" BLOB,
  "to_center" TEXT,
  "place" INTEGER,
  "says" TEXT,
  "kind" TEXT,
  "own_record" BLOB,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_notice_line_notice_deleted ON r_notice_line ("notice", "deleted");

CREATE INDEX r_notice_line_deleted_to_center ON r_notice_line ("deleted", "to_center");

CREATE TABLE r_notice_answer (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "notice" BLOB,
  "answer" TEXT,
  "center" TEXT,
  "answered_by" TEXT,
  "answered_on" TEXT,
  "remark" TEXT,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_notice_answer_notice_deleted ON r_notice_answer ("notice", "deleted");

CREATE INDEX r_notice_answer_deleted_answered_on ON r_notice_answer ("deleted", "answered_on");

CREATE TABLE r_joint_request (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "notice" BLOB,
  "wanted" TEXT,
  "center" TEXT,
  "asked_by" TEXT,
  "asked_on" TEXT,
  "state" TEXT,
  "remark" TEXT,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_joint_request_notice_deleted ON r_joint_request ("notice", "deleted");

CREATE INDEX r_joint_request_deleted_asked_on ON r_joint_request ("deleted", "asked_on");

CREATE TABLE r_joint_answer (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "notice" BLOB,
  "reply" TEXT,
  "center" TEXT,
  "answered_by" TEXT,
  "answered_on" TEXT,
  "victim_asked_on" TEXT,
  "consent" BLOB,
  "remark" TEXT,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_joint_answer_notice_deleted ON r_joint_answer ("notice", "deleted");

CREATE INDEX r_joint_answer_deleted_answered_on ON r_joint_answer ("deleted", "answered_on");

CREATE TABLE r_handover (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "case" BLOB,
  "from_center" TEXT,
  "to_center" TEXT,
  "from_counselor" TEXT,
  "to_counselor" TEXT,
  "state" TEXT,
  "reason" TEXT,
  "consent" BLOB,
  "said_on" TEXT,
  "said_by" TEXT,
  "taken_on" TEXT,
  "taken_by" TEXT,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_handover_case_deleted_said_on ON r_handover ("case", "deleted", "said_on");

CREATE INDEX r_handover_deleted_to_center ON r_handover ("deleted", "to_center");

CREATE TABLE r_handover_answer (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "handover" BLOB,
  "from_center" TEXT,
  "center" TEXT,
  "answer" TEXT,
  "answered_by" TEXT,
  "answered_on" TEXT,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_handover_answer_handover_deleted ON r_handover_answer ("handover", "deleted");

CREATE TABLE r_shared_value (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "kind" TEXT,
  "value" TEXT,
  "shared" INTEGER,
  "reason" TEXT,
  "reason_words" TEXT,
  "decided_by" TEXT,
  "decided_on" TEXT,
  "deleted" TEXT,
  "value_key" TEXT
) STRICT;

CREATE INDEX r_shared_value_deleted_kind_value_key ON r_shared_value ("deleted", "kind", "value_key");

CREATE INDEX r_shared_value_deleted_value_key ON r_shared_value ("deleted", "value_key");

CREATE TABLE r_contact_point (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "center" TEXT,
  "name" TEXT,
  "phone" TEXT,
  "email" TEXT,
  "hours" TEXT,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_contact_point_deleted_center ON r_contact_point ("deleted", "center");

CREATE TABLE r_issued_paper (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "number" TEXT,
  "kind" TEXT,
  "about_kind" TEXT,
  "about" BLOB,
  "state" TEXT,
  "court" TEXT,
  "case_number" TEXT,
  "accused" TEXT,
  "addressee" TEXT,
  "outward" INTEGER,
  "language" TEXT,
  "template" TEXT,
  "made_on" TEXT,
  "made_at" TEXT,
  "made_by" TEXT,
  "checked_by" TEXT,
  "position" TEXT,
  "digest" TEXT,
  "sealed" INTEGER,
  "voided_on" TEXT,
  "void_reason" TEXT,
  "redactions" TEXT,
  "remark" TEXT,
  "deleted" TEXT,
  "number_key" TEXT,
  "case_number_key" TEXT
) STRICT;

CREATE INDEX r_issued_paper_deleted_number ON r_issued_paper ("deleted", "number");

CREATE INDEX r_issued_paper_about_deleted ON r_issued_paper ("about", "deleted");

CREATE INDEX r_issued_paper_deleted_made_on ON r_issued_paper ("deleted", "made_on");

CREATE INDEX r_issued_paper_deleted_kind_made_on ON r_issued_paper ("deleted", "kind", "made_on");

CREATE INDEX r_issued_paper_deleted_number_key ON r_issued_paper ("deleted", "number_key");

CREATE INDEX r_issued_paper_deleted_case_number_key ON r_issued_paper ("deleted", "case_number_key");

CREATE TABLE r_figure (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "paper" BLOB,
  "place" INTEGER,
  "about_kind" TEXT,
  "about" BLOB,
  "rule" TEXT,
  "first" TEXT,
  "last" TEXT,
  "court" TEXT,
  "position" TEXT,
  "people" TEXT,
  "rows" TEXT,
  "value" INTEGER,
  "doubtful" INTEGER,
  "taken_on" TEXT,
  "taken_by" TEXT,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_figure_paper_deleted ON r_figure ("paper", "deleted");

CREATE INDEX r_figure_about_deleted ON r_figure ("about", "deleted");

CREATE INDEX r_figure_deleted_taken_on ON r_figure ("deleted", "taken_on");

CREATE TABLE r_petition (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "case" BLOB,
  "court" TEXT,
  "case_number" TEXT,
  "state" TEXT,
  "way" TEXT,
  "asked_on" TEXT,
  "said_on" TEXT,
  "received_on" TEXT,
  "filed_on" TEXT,
  "sheets" INTEGER,
  "asked_by" TEXT,
  "evidence" BLOB,
  "remark" TEXT,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_petition_case_deleted ON r_petition ("case", "deleted");

CREATE INDEX r_petition_deleted_court_state ON r_petition ("deleted", "court", "state");

CREATE TABLE r_position (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "hash" TEXT,
  "place" INTEGER,
  "told" TEXT,
  "held" INTEGER,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_position_deleted_hash ON r_position ("deleted", "hash");

CREATE TABLE r_aggregate (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "center" TEXT,
  "first" TEXT,
  "last" TEXT,
  "edition" TEXT,
  "tables" INTEGER,
  "cases" INTEGER,
  "digest" TEXT,
  "position" TEXT,
  "made_on" TEXT,
  "made_at" TEXT,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_aggregate_deleted_center_first ON r_aggregate ("deleted", "center", "first");

CREATE INDEX r_aggregate_deleted_first_last ON r_aggregate ("deleted", "first", "last");

CREATE TABLE r_aggregate_table (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "aggregate" BLOB,
  "name" TEXT,
  "rule" TEXT,
  "doubtful" INTEGER,
  "cells" TEXT,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_aggregate_table_aggregate_deleted ON r_aggregate_table ("aggregate", "deleted");

CREATE TABLE r_phrase (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  said INTEGER NOT NULL,
  "name" TEXT,
  "language" TEXT,
  "words" TEXT,
  "chosen_by" TEXT,
  "chosen_on" TEXT,
  "deleted" TEXT
) STRICT;

CREATE INDEX r_phrase_deleted_language_name ON r_phrase ("deleted", "language", "name");
