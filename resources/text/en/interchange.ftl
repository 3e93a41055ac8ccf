# Records in and out.

progress-comparing = Comparing with what is here
progress-judging = Looking at consents
progress-noting = Noting what leaves

import-target-postings = Postings and deletion actions
import-target-cases = Cases
import-target-identifiers = Identifiers
import-target-persons = People
import-target-incidents = Incidents
import-target-suspects = Suspected persons
import-target-supports = Support given
import-target-evidence = Evidence (hashes)

table-note-cp949 = The file is written in Korean CP949 letters.
table-note-merged = There are merged cells; each is read with the value of its first cell.
table-note-formulas = There are formulas; only the results stored in the file are read.

import-left-keys = Keys, attachments and withdrawals were not brought in.
import-left-guarded = Consent state, hold and time of keeping of cases that are here were left as they are.

refused-nul = holds letters that cannot be read
refused-lost-letters = has broken letters
refused-too-long = is too long
refused-too-wide = the row has too many cells
refused-digits-lost = the sheet lost the digits after the fifteenth; make the cell text and enter it again
refused-cell-error = the cell holds an error
refused-formula-empty = the result of the formula is not stored in the file
refused-empty = a cell that is needed is empty
refused-no-case = no case is named
refused-unknown-case = there is no case of this number
refused-other-center = another center is in charge of the case
refused-other-case = the record belongs to another case
refused-not-yours = is a case that is not open to you
refused-not-address = is not an address
refused-no-kind = does not say which action
refused-unknown-code = is not a word of the list
refused-not-a-code = is not a value of the list
refused-not-a-number = is not a number
refused-out-of-bounds = is a number that cannot be
refused-not-yes-or-no = cannot be read as yes or no
refused-not-a-date = cannot be read as a date
refused-two-dates = could be two dates; enter year-month-day
refused-not-a-moment = cannot be read as a time
refused-not-a-digest = is not a SHA-256
refused-not-an-id = is not the id of a record
refused-not-text = is not text
refused-withdrawn = the record was taken out before
refused-kept-here = a consent or a chain of custody that is here is not changed by a file
refused-number-here = a case of this number is here already
refused-destroyed = the record was destroyed
refused-not-a-record = the line cannot be read as a record
refused-unknown-entity = is a kind of record not known here
refused-unknown-field = is a field not known here
refused-not-a-value = cannot be read as a value
refused-own-account = an account of the victim’s own is kept apart

import-refused-row = Row
import-refused-column = Column
import-refused-why = Reason

export-purpose-move = Move to another system of the center
export-purpose-central = Share with the Central Center
export-purpose-court = Hand to the court
export-purpose-lawyer = Give to a lawyer
export-purpose-police = Give to the investigators
export-purpose-stats = Non-identifying statistics

export-stays-undecided = not asked yet
export-stays-refused = not agreed
export-stays-withdrawn = consent withdrawn
export-stays-match-only = agreed to matching only
export-stays-record-refused = recording not agreed
export-stays-record-withdrawn = consent to recording withdrawn
export-stays-guardian-missing = no consent of the guardian

imports-title = Import
imports-file-title = File
imports-file-help = Choose a table (XLSX, CSV) or a file of Ieum records. You see first what would come in; until then nothing is written.
imports-pick = Choose a file
imports-pick-again = Choose another file
imports-kinds = Tables and record files
imports-sheet = Sheet
imports-sheet-named = sheet “{ $sheet }”
imports-kind-csv = table with separators (CSV)
imports-kind-xlsx = workbook (XLSX)
imports-kind-jsonl = record file
imports-ours = Ieum record file
imports-rows = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
    }
imports-looking = Looking into the file

imports-into-case = A table without case numbers goes into the case you came from.
imports-columns-title = Columns
imports-target = What is one row
imports-guessed = Matched by the names of the columns. Change what is different.
imports-remembered = Matched as the last time. Change what is different.
imports-in-file = Column of the file
imports-sample = What it holds
imports-becomes = Field in Ieum
imports-unnamed = Column { $number } without a name
imports-column-named = Field for column { $number }, “{ $column }”
imports-aside = Not brought in
imports-lacking = Still to be chosen: { $fields }
imports-twice = Two columns are the same field: { $fields }

imports-try = Preview
imports-trying = Looking what would come in
imports-trial-title = Preview
imports-trial-help = Nothing has been written yet.
imports-new = new rows
imports-changed = changed rows
imports-here = already here
imports-refused = cannot come in
imports-new-records = New records: { $kinds }
imports-said-twice = { $rows ->
    [one] One row repeats a row above. It is written once.
   *[other] { $rows } rows repeat a row above. They are written once.
    }
imports-keep = Leave what is here as it is; bring in new records only
imports-refused-title = Rows that cannot come in, and why
imports-refused-list = Rows that cannot come in
imports-reasons = Filter by reason
imports-every-reason = Every reason ({ $rows })
imports-row-number = Row { $row }
imports-whole-row = whole row
imports-save-refused = Save these rows as a file
imports-refused-file = rows-not-imported
imports-saved = Saved
imports-not-saved = Nothing can be saved there. Choose another place.

imports-bring = Start the import
imports-bring-rows = { $rows ->
    [one] Import { $rows } row
   *[other] Import { $rows } rows
}
imports-bringing = Importing
imports-stopped = Stopped. Nothing was written.
imports-brought = { $new ->
    [one] One row came in
   *[other] { $new } rows came in
    }{ $changed ->
    [0] {""}
    [one] {" "}and one was changed
   *[other] {" "}and { $changed } were changed
    }, in { $cases ->
    [one] one case
   *[other] { $cases } cases
    }.
imports-open-case = Open the case
imports-open-cases = Open the list of cases
imports-again = Import another file
imports-undo = Undo
imports-undoing = Taking it back
imports-undone = The import was taken back
imports-undo-too-late = Something else was done since, so the import cannot be taken back at once from here. Remove the records one by one in the case.

settings-exports = Export
exports-title = Export
exports-help = Only cases that may leave for the purpose go into the file. Every case that leaves gets a line in its list of what was given.
exports-purpose = Purpose
exports-receiver = Receiver
exports-reason = Why it is exported
exports-reason-help = It is kept with the access log.
exports-form = Kind of file
exports-form-jsonl = Record file (JSON)
exports-form-xlsx = Workbook (XLSX)
exports-form-csv = Table (CSV), one kind only
exports-what = Kind of record
exports-identity = Include what tells who a person is
exports-look = See what would leave
exports-looking = Looking at consents
exports-cases = { $cases ->
    [one] One case leaves
   *[other] { $cases } cases leave
    }
exports-none = Nobody has agreed to this purpose.
exports-records = Records in it: { $kinds }
exports-stays = { $cases ->
    [one] One case stays
   *[other] { $cases } cases stay
    }
exports-plain = This file is not sealed. Keep it only on an encrypted medium, and delete it after use.
exports-save = Choose where to save
exports-saved = Saved, and noted in the list of what was given
exports-into-title = Import from elsewhere
exports-into-help = Brings in cases, postings and support from tables and record files.
exports-into = Open the import
