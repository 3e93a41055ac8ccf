## Copy of counselling records

paper-copy-title = Copy of counselling records
paper-copy-for-her = This is the copy of your counselling records that you asked for.
paper-copy-for-others = A copy of counselling records for the recipient named below. Do not use it for anything else and do not pass it on.
paper-copy-number = Case number
paper-copy-addressee = Recipient
paper-copy-extent = Records in it
paper-copy-officer = Officer
paper-copy-checked = Checked by
paper-copy-all = all { NUMBER($count) } records
paper-copy-some = { NUMBER($count) } of { NUMBER($of) } records
paper-copy-empty = There is no record in it.
paper-copy-no-words = No words are written here.
paper-copy-mark = [left out]
paper-copy-left-out = What was left out
paper-copy-left-out-note = Where something was left out stands [left out]. Of what it was only the kind is said.
paper-copy-what = What
paper-copy-why = Ground
paper-copy-places = Places
paper-copy-attest = We confirm that this is the same as the counselling records.
paper-copy-complaint = You can object to what was left out, at the center or at the Personal Information Protection Commission (PIPA arts. 35 and 38).
