# Records in and out.

progress-importing = Bringing in
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
