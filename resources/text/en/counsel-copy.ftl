## Copy of counselling records

paper-copy-title = Copy of counselling records
paper-copy-for-her = This is the copy of your counselling records that you asked for.
paper-copy-for-others = A copy of counselling records for the recipient named below. Do not use it for anything else and do not pass it on.
paper-copy-number = Case number
paper-copy-addressee = Recipient
paper-copy-extent = Records in it
paper-copy-officer = Officer
paper-copy-checked = Checked by
paper-copy-all = { $count ->
    [one] all { NUMBER($count) } record
   *[other] all { NUMBER($count) } records
}
paper-copy-some = { NUMBER($count) } of { NUMBER($of) } { $of ->
    [one] record
   *[other] records
  }
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

## What is in it and what is not

paper-copy-asked-only = Questions that were not asked are not listed.
paper-copy-form = Form
paper-copy-unfinished = not finished yet
paper-copy-hidden-words = Chosen words { NUMBER($number) }
paper-copy-one-question = The answer to one question
paper-copy-one-record = One record
paper-copy-ground-others = Information about somebody else (PIPA art. 35(4)2)
paper-copy-ground-least = Not needed for the purpose (PIPA art. 16(1))
paper-part-notes-free = Free notes
paper-part-notes-verbatim = Words taken down as they were said
paper-part-notes-summary = Summaries
paper-part-notes-observation = Observed features
paper-part-notes-correction = Corrections
paper-part-notes-seen-before = Notes of having seen somebody before
paper-part-notes-plan = Counselling plan
paper-part-answers-identity = Answers about who she is
paper-part-answers-suspect = Answers about the suspected perpetrator
paper-part-answers-material = Answers about the material
paper-part-answers-court = Answers about investigation and trial
paper-part-answers-narrative = Answers in her own words
paper-part-present = Who else was there
paper-part-condition = Observed condition
paper-part-summary = Summary of the interview
paper-part-promised = What was promised

## What the preview says

paper-missing-records = There is no counselling record to copy.
paper-missing-addressee = The recipient is empty.
paper-warning-hide-nowhere = Of the words to cover, number { $numbers } stands in no record that is copied. Look whether it is spelled as it stands there.
paper-warning-open-interview = An interview in it is not finished. Words in progress may not be in it.
paper-warning-named-here = Somebody who is not the victim is named in records { $numbers }. Please see whether to cover it.
paper-warning-named-elsewhere = Words that are a name in another case stand in records { $numbers }. Please see whether to cover them.
paper-warning-copy-not-agreed = There is no consent for this recipient. Where the law asks for it, a reason has to be written before it is issued.
paper-warning-withheld = There is something she asked to be kept from somebody. See at her consents what it is and whether to cover it.
