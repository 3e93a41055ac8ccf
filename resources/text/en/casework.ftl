### Casework: today, cases, consent, the interview, a case at a glance.

## Questions

casework-unknown = Not known
casework-declined = Prefers not to say
casework-open = open
casework-confirmed = Confirmed
casework-choose = Choose
casework-violation = What was written may not fit here. It can stay as it is.
casework-date-example = March 2026
casework-date-kept = Recorded as { $day }
casework-date-as-said = Not read as a date; recorded as written
casework-day-needed = Please write the whole date, or leave it blank.
casework-row = { $name } { $number }
casework-row-more = One more
casework-row-add = One more: { $name }
casework-row-remove = Remove { $name }

## Whose page this is

casework-no-alias = No name
casework-age = { $age } years
casework-go-to = Go to { $name }
casework-saving = Saving…
casework-saved = Saved { $time }
casework-not-saved = Not saved – try again
casework-rest = Pause
casework-cover = Cover

## Interview

casework-state-open = In progress
casework-state-paused = Paused
casework-state-finished = Finished
casework-known = Already known
casework-known-hint = Not asked again. Press one to correct it.
casework-known-again = { $label }: { $text }. Press to correct.
casework-note = Free note
casework-note-hint = In the words that were used
casework-found = Found in the note
casework-adopt = Write down
casework-adopt-all = Write down everything that was found
casework-adopt-one = Write down { $kind } { $text }
casework-section-count = { $title }, { $answered } of { $total } answered
casework-step-to = Next section: { $name }
casework-step-back = Previous section: { $name }
casework-rest-title = A short rest
casework-rest-words = Both feet on the floor, breathing out slowly. This place is safe now.
casework-rest-no-hurry = There is no hurry. Everything written so far is kept.
casework-rest-resume = Go on
casework-closing = Closing
casework-read-back = Read back what was told
casework-read-back-hint = Check together that it is right. To correct something, go back to the questions.
casework-nothing-said = No question has been answered yet.
casework-missing = Not asked
casework-missing-hint = Nothing of this has to be filled in now. Press one to go there.
casework-missing-in = { $title }, { $count } not asked
casework-day-example = 3 December
casework-next-contact = Next contact
casework-finish = Finish the interview
casework-back-to-questions = Back to the questions
casework-finished = The interview is finished.

## Today

today-title = Today
today-actions = To do
today-unfinished = Interviews to continue
today-continue = Continue
today-continue-name = Continue: { $alias } { $number } { $form } { $time }
today-waiting = To send
today-waiting-count = { $count ->
    [one] 1 case to send
   *[other] { $count } cases to send
  }
today-waiting-none = Nothing waits to be sent
today-last-sent = Last made { $time }
today-never-sent = Nothing has been sent yet
today-received = { $count ->
    [one] 1 bundle received
   *[other] { $count } bundles received
  }
today-go-send = Exchange
today-empty = There is nothing to do today.
today-new-case = New case
today-open-action = Open: { $text }
today-due = by { $day }
today-due-past = { $day }, overdue

## Case list

cases-title = Cases
cases-new = New case
cases-search = Find a name, number, account or address
cases-search-hint = Name, number, account, address
cases-filter-mine = Mine
cases-filter-minor = Minors
cases-filter-deleting = Deleting
cases-filter-to-send = To send
cases-filter-name = Filter: { $name }
cases-list = List of cases
cases-none = There is no case yet.
cases-nothing-fits = No case fits.
cases-clear = Show all
cases-pick = Choose a case on the left to see it here.
cases-minor = Minor
cases-unsent = Not sent
cases-today = today { $time }
cases-progress = Removed { $removed }/{ $requested }
cases-short-day = { $month }/{ $day }

## Consent

gate-title-new = New case
gate-title = Consent
gate-route = How did the person reach us?
gate-alias = Name to use
gate-alias-help = A made-up name is fine, and so is none.
gate-continue = Ask for consent
gate-read = Read aloud
gate-opens = Recording begins only with this consent
gate-more = Details
gate-less = Fold
gate-more-name = { $title }, details
gate-method = How consent was given
gate-method-face = In person
gate-method-phone = By phone
gate-method-paper = On paper
gate-method-electronic = Electronically
gate-age = Age
gate-age-adult = 19 or older
gate-age-14-18 = 14–18
gate-age-under-14 = Under 14
gate-guardian = Legal guardian
gate-guardian-14-18 = From 14 to 18 the person's own consent is enough. Ask first whether a guardian should be told.
gate-guardian-told = The guardian
gate-guardian-told-yes = was told and agreed
gate-guardian-told-no = is not told
gate-guardian-name = Guardian's name
gate-guardian-contact = Guardian's contact
gate-guardian-reason = Why the guardian is not told
gate-print = Print the consent form
gate-save = Save the form as PDF
gate-file = consent.pdf
gate-start = Start recording
gate-anonymous = Finish as an anonymous talk
gate-not-yet = Leave without recording
gate-keep = Save and go back
gate-undecided = What was not asked stays as “later”.
gate-anonymous-done = Kept as an anonymous talk. No name and no content was recorded.
gate-later-done = The case is registered. An interview can begin once recording is agreed to.
gate-kept = Consent is saved.
gate-agreed-on = Agreed on { $day }
gate-refused-on = Not agreed, { $day }
gate-later-on = Left for later, { $day }
gate-withdrawn-on = Withdrawn on { $day }
gate-withdraw = Withdraw
gate-withdraw-name = Withdraw: { $title }
gate-withdraw-title = Withdraw this consent
gate-withdraw-body = Nothing more is sent from the next bundle on, and those who have received something are told. The decisions so far stay in the history.
gate-withdrawn = The consent is withdrawn.

## Case

case-overview = Overview
case-timeline = Timeline
case-interviews = Interviews
case-consents = Consent
case-tab-count = { $name } { $count }
case-continue = Continue
case-begin = New interview
case-begin-form = Begin: { $form }
case-begin-title = Which interview should begin?
case-facts = What is known
case-no-facts = Nothing is written down yet.
case-hidden = Your role does not show what is in a case: only its number, state and dates.
case-counts = Records
case-next = To do
case-rename = Change the name
case-rename-save = Save
case-conflicts = { $count ->
    [one] 1 field recorded differently
   *[other] { $count } fields recorded differently
  }
case-conflicts-hint = Two people wrote without seeing each other's words. Choose what is right. What is not chosen stays in the history.
case-conflict-choose = Choose
case-conflict-choose-name = { $label }: choose { $value } ({ $who })
case-conflict-by = { $who } · { $time }
case-conflict-blank = Blank
case-settled = The chosen value stands.
case-open = View
case-open-name = View { $form } { $time }
case-continue-name = Continue { $form } { $time }
case-print = Print
case-print-name = Print { $form } { $time }
case-no-interviews = There is no interview yet.
case-saved-printout = Saved: { $name }
case-timeline-count = { $deed } · { $count }
case-timeline-kinds = { $kinds }
case-timeline-list = List of what happened
case-timeline-all = All
case-timeline-filter = Timeline filter: { $name }
case-timeline-empty = Nothing has happened yet.
case-timeline-conflict = Recorded differently
case-consent-change = Ask for consent again
case-consent-none = Not asked
