## People and roles, the access log, retention and destruction

setting-own-cases-only = Own cases only
setting-log-years = Years the access log is kept

settings-people = People and roles
settings-access = Access log
settings-retention = Retention

# --- roles
role-counselor = Counselor
role-supervisor = Supervisor
role-it = IT officer
role-auditor = Auditor
role-none = No role
role-help-counselor = Writes and reads cases.
role-help-supervisor = Names people, approves plans and destruction, reviews the access log.
role-help-it = Looks after keys, backups and settings. Does not see the content of cases.
role-help-auditor = Checks the access log and the book of destruction. Does not see the content of cases.

people-title = People of this center
people-help = Only a supervisor gives and takes roles. The days, and the reason, stay in the book.
people-alone = Nobody has been named yet. For now, the person who set this up is counselor and supervisor.
people-here = Has a passphrase on this laptop
people-not-here = On another laptop
people-me = You
people-since = since { $on }
people-give = Give the role
people-take = Take { $role } back
people-take-name = { $who }: take { $role } back
people-end = Leaves the center
people-end-name = { $who }: leaves the center
people-only-supervisor = Only a supervisor can change this.
people-add-title = Add a person to this laptop
people-add-help = Your new colleague chooses the passphrase. What is written after opening with it is signed with that name. A passphrase holds the key of the whole vault: make one only for somebody who works here.
people-name = Name
people-role = Role
people-her-passphrase = Your colleague's passphrase
people-her-passphrase-again = Your colleague's passphrase again
people-your-passphrase = Your own passphrase
people-add = Add
people-added = { $who } was added.
people-changed = The change is in the book.
people-end-title = Leaves the center
people-end-body = Every role of { $who } and the passphrase on this laptop are taken away. What was written stays. The key may be remembered, so change the keys next.
people-ended = The roles and the passphrase of { $who } were taken away.
people-book = Book of access rights
people-book-none = Nothing is written here.
people-book-line = { $who } · { $role } · given { $on } by { $by }
people-book-ended = taken back { $on } by { $by } ({ $reason })
people-own-cases = Own cases only
people-own-cases-help = When this is on, a counselor sees the content of her own cases only. Others open only as an emergency.
people-own-cases-on = On
people-own-cases-off = Off

# --- emergency
notice-emergency = An emergency opening waits to be looked at, in “People and roles” of the settings.
glass-open-title = Open a hidden case
glass-open-help = Only when it is needed. It can be read for 15 minutes, and a supervisor looks at who opened it and why.
glass-number = Case number
glass-reason = Reason
glass-reason-help = No content of the case, please.
glass-open = Open for 15 minutes
glass-opened = It can be read for 15 minutes. A supervisor is told.
glass-title = Emergency openings
glass-help = A hidden case was opened for 15 minutes, with a reason. A supervisor looks at each.
glass-none = No emergency opening waits to be looked at.
glass-line = { $who } · case { $number } · { $at }
glass-why = { $purpose }: { $reason }
glass-finding = What was found
glass-review-name = { $who } { $at }: { $finding }
glass-reviewed = What was found is written down.

# --- access log
access-who = Identifier
access-when = Date and time
access-where = Place
access-about = Person concerned
access-act = Task
access-purpose = Purpose
access-title = Who looked at what
access-help = Opening, changing and exporting of cases, in order. No content of a case is in it.
access-none = Nothing is written here.
access-not-yours = Only supervisors, auditors and IT officers read the access log.
access-more = Show more
access-export = Save as a table (CSV)
access-verify = Check that no line is missing
access-sound = { $lines ->
    [one] The one line is as it was written.
   *[other] All { $lines } lines are as they were written.
    }
access-broken = Line { $n } is not as it was written. Somebody changed or removed something. Leave this laptop as it is and tell a supervisor.
access-missing = { $count ->
    [one] The last line is gone. Unless this was restored from a backup, somebody removed it. Leave this laptop as it is and tell a supervisor.
   *[other] The last { $count } lines are gone. Unless this was restored from a backup, somebody removed them. Leave this laptop as it is and tell a supervisor.
    }
access-review-title = Monthly review
access-review-help = Once a month a supervisor looks through it and writes down the result. What is worth a question stands below each person.
access-month = { $month } · { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
    }
access-month-name = Open the review of { $month }
access-month-reviewed = Reviewed { $on } by { $by }: { $finding }
access-month-later = { $count ->
    [one] One more line was
   *[other] { $count } more lines were
    } written after the review
access-month-open = Not reviewed yet
access-open = Look through
access-person = { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
    } · { $cases ->
    [one] { $cases } case
   *[other] { $cases } cases
    }
access-unusual-night = { $count ->
    [one] One line
   *[other] { $count } lines
    } between 10 pm and 6 am
access-unusual-busy = { $count ->
    [one] One case
   *[other] { $count } cases
    } within one hour
access-unusual-others = { $count ->
    [one] One case of another counselor
   *[other] { $count } cases of other counselors
    }
access-unusual-exports = { $count ->
    [one] One export or print
   *[other] { $count } exports or prints
    }
access-unusual-denied = { $count ->
    [one] One refused attempt
   *[other] { $count } refused attempts
    }
access-unusual-emergency = { $count ->
    [one] One emergency opening
   *[other] { $count } emergency openings
    }
access-usual = Nothing worth a question.
access-sign-off = Write down the result
access-signed-off = The review of { $month } is written down.
access-cut = Remove lines past their years
access-cut-title = Old lines of the access log
access-cut-body = Removes the lines older than { $years ->
    [one] one year
   *[other] { $years } years
    }. A mark of it stays in the ledger.
access-cut-done = { $count ->
    [0] No line is old enough.
    [one] One line was removed and its place was marked.
   *[other] { $count } lines were removed and the place was marked.
    }

access-act-open = Opening
access-act-lock = Locking
access-act-failed = Wrong passphrase
access-act-read = Reading a case
access-act-search = Search
access-act-list-all = Reading records of all cases at once
access-act-view-evidence = Looking at evidence
access-act-masked = Looking at a hidden case
access-act-denied = Refused attempt
access-act-print = Printing
access-act-export = Exporting
access-act-export-key = Taking the key out
access-act-bundle = Making a bundle
access-act-import = Receiving or importing
access-act-backup = Backup
access-act-backup-forget = Deleting a backup
access-act-more-cases = Number of further cases
access-act-erase = Destruction
access-act-erase-asked = Asking for destruction
access-act-erase-approved = Approving destruction
access-act-break-glass = Emergency opening
access-act-cut = Removing old lines
access-act-review = Review

# --- retention
retention-title = Cases whose retention is over
retention-help = Counted from the day of closing. A person decides whether to destroy.
retention-none = No case is past its retention.
retention-line = { $code } · closed { $start } · ended { $ends }
retention-now = { $code } · asked for by the person
retention-held = Legal hold: { $on } { $by }
retention-open = Look at destruction
retention-open-name = Case { $number }: look at destruction
retention-code-PERM = Permanent
retention-code-Y10 = 10 years
retention-code-Y5 = 5 years
retention-code-NOW = Destroy at once
retention-why-csam = There is child or youth exploitation material, so it is kept for ever with the counselling records (Rule 2-6④).
retention-why-pii = Identity details were leaked, so it is kept for ever with the counselling records (Rule 2-6④).
retention-why-police = Investigators asked for the deletion, so it is kept for 10 years (Rule 2-6④).
retention-why-other = Another kind of case, kept for 5 years (Rule 2-6④).
retention-why-told = A longer retention was written down, and that one counts.
retention-why-asked = The person who asked for support asked for destruction. It is destroyed at once (Rule 2-6④, proviso).

duty-hold = A legal hold lies on it. Nothing can be destroyed before it is lifted.
duty-csam = Child and youth exploitation material is to be kept for ever. This disagrees with a wish to destroy; the head of the center decides.
duty-evidence = This may serve an investigation. Make sure first that the duty to keep evidence (Art. 7-3③) has ended.
duty-asked = The person asked for destruction at once (Rule 2-6④, proviso).
duty-public-records = If the center is a public body, an appraisal under Art. 27 of the Public Records Act may have to come first.

hold-help = While it lies on the case, nothing of it can be destroyed. A supervisor lays and lifts it.
hold-reason = Reason of the legal hold
hold-lay = Lay a legal hold
hold-lift = Lift the legal hold
hold-laid = A legal hold lies on the case now.
hold-lifted = The legal hold is lifted.
retention-hold-title = Legal hold

# --- destruction
erasing-title = Destruction
erasing-case = Case { $number }
erasing-lead = There is no way back from destruction. Take your time.
erasing-back = Back to the case
erasing-step-what = 1 What
erasing-step-why = 2 Why
erasing-step-sure = 3 Confirm
erasing-what = What to destroy
erasing-what-whole = The whole case
erasing-what-narrative = Statements and notes only
erasing-what-identity = Identity details only
erasing-goes = What goes
erasing-stays = What stays
erasing-nothing = Nothing
erasing-count = { $what } { $count }
erasing-files = Sealed files { $count }
erasing-drafts = Unfinished texts { $count }
erasing-always-stays = A hash nobody can read anything from, the day, the code of the reason and the case id in the access log stay.
erasing-sent = Where it has gone already
erasing-sent-none = It has gone nowhere in a bundle.
erasing-sent-line = { $to } · { $number } · { $on }
erasing-sent-told = An order to destroy goes with the next bundle
erasing-sent-untold = Has to be told by you
erasing-beyond = What the program cannot reach
erase-beyond-paper = Paper that was printed
erase-beyond-agency = Material given to other agencies
erase-beyond-backup = Backups kept elsewhere. Destroy again when one is restored.
erasing-duties = To be weighed first
erasing-ground = Reason
erasing-ground-help = The reason is kept as a code only.
erasing-type-back = Type the case number back
erasing-type-back-help = The number of this case: { $number }
erasing-needs-other = Another supervisor has to approve: { $names }
erasing-only-supervisor = A supervisor destroys. Ask for it, and a supervisor will look at it.
erasing-waits = Request { $number } waits for approval.
erasing-ask = Ask for destruction
erasing-asked = The request is made. It can be carried out when another supervisor has approved.
erasing-destroy = Destroy for good
erasing-next = Next
erasing-previous = Back
erasing-held = A legal hold lies on this case. Nothing can be destroyed before it is lifted.
erasing-working = Destroying. Please leave the window open.
erasing-done-title = Destroyed
erasing-done = { $records ->
    [one] One record was
   *[other] { $records } records were
    } destroyed. Number { $number }
erasing-proven = After the destruction every line of the ledger was checked and holds.
erasing-unproven = The ledger check found a problem. Run the check in the settings.
erasing-next-bundle = Other laptops and receivers get the order with the next bundle.
erasing-certificate = Save the certificate
erasing-certificate-own = Save the person's own copy
erasing-certificate-help = Only the person's own copy carries the case number. It cannot be made again after leaving this page.
erasing-cases = To the list of cases
erasing-waiting-title = Destruction waiting for approval
erasing-waiting-none = Nothing waits.
erasing-waiting-line = { $number } · case { $case } · asked by { $by } · { $ground }
erasing-approve = Approve
erasing-approve-name = Approve { $number }
erasing-drop = Take back
erasing-look-name = Look at { $number }
erasing-drop-name = Take { $number } back
erasing-approved = Approved. It can now be carried out from the case.
erasing-approved-by = Approved by { $by }
erasing-dropped = The request was taken back.
erasing-book-title = Book of destruction
erasing-book-help = What was destroyed, when and why; never whose it was.
erasing-book-none = Nothing was destroyed.
erasing-book-line = { $number } · { $on } · { $ground }
erasing-book-more = { $parts } · records { $records } · files { $files } · approved by { $by }
erasing-book-certificate = Certificate
erasing-book-certificate-name = Certificate of { $number }

# --- certificate
paper-destruction-title = Certificate of destruction
paper-destruction-lead = The records below were destroyed so that they cannot be restored (Personal Information Protection Act Art. 21, Decree Art. 16).
paper-destruction-number = Number
paper-destruction-case = Case number
paper-destruction-center = Center
paper-destruction-on = Destroyed on
paper-destruction-ground = Reason
paper-destruction-extent = Extent
paper-destruction-whole = The whole case
paper-destruction-part = In part
paper-destruction-files = Files destroyed
paper-destruction-asked-by = Asked for by
paper-destruction-approved-by = Approved by
paper-destruction-chain = Ledger check
paper-destruction-proven = Checked { $on }: every line still holds after the destruction
paper-destruction-unproven = Not checked
paper-destruction-parts = What was destroyed
paper-destruction-class = Kind
paper-destruction-records = Records
paper-destruction-hash = What is left of it (SHA-256)
paper-destruction-hash-note = Nobody can tell from this whose record it was, or what it said.
paper-destruction-left-title = What may still be elsewhere
paper-destruction-left-1 = Paper that was printed and material given to other agencies has to be destroyed there.
paper-destruction-left-2 = Whoever received a bundle gets the order to destroy with the next one.
paper-destruction-left-3 = Backups kept elsewhere end with their own retention; when one is restored, the same is destroyed again.
paper-destruction-carried-out = Carried out by
paper-destruction-confirmed = Confirmed by

# --- codes
role-reason-start = began work
role-reason-change = changed work
role-reason-leave = on leave
role-reason-end = left the center
role-reason-other = other

review-finding-none = Nothing unusual
review-finding-explained = Explained
review-finding-follow-up = Follow-up needed
review-finding-misuse = Misuse

access-purpose-counselling = Counselling
access-purpose-deletion = Deletion support
access-purpose-investigation = Investigation or trial support
access-purpose-referral = Referral
access-purpose-supervision = Case supervision
access-purpose-statistics = Statistics
access-purpose-export = Export or printing
access-purpose-inspection = Inspection or audit
access-purpose-request = Data-subject request
access-purpose-emergency = Emergency
access-purpose-maintenance = Maintenance

erase-ground-request = Asked for by the person
erase-ground-withdrawal = Consent withdrawn
erase-ground-retention-end = End of retention
erase-ground-mistake = Recorded by mistake
erase-ground-court = Court order
erase-ground-other = Other
