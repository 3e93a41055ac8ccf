# The page of papers

papers-tab-make = Make
papers-tab-issued = Issued papers
papers-group-court = Court
papers-group-victim = Victim
papers-group-agency = Police and agencies
papers-group-center = Center

papers-pick = Choose a paper on the left; its data and its preview then appear.
papers-pick-case = Choose on the left which paper to make of this case.
papers-pick-profile = Choose on the left which paper to make of this perpetrator's cases.
papers-pick-center = Choose a paper of the center on the left.
papers-pick-nation = Choose a paper of the whole country on the left.
papers-side-hint = What goes into a paper appears here.
papers-register-only = You can see the register of issued papers only.
papers-quiet = Hidden while an interview is going on. It can be seen when the interview has ended.
papers-sits-here = In an interview
papers-nobody-agreed = No victim agreed to a submission to this court. Cases of people who did not agree are in no paper.
papers-see-consents = See consents
papers-stopped = The preview was stopped.
papers-draw-again = Draw again
papers-drawing = Drawing the paper
papers-needs-case = Choose which case the paper is about.
papers-needs-profile = Choose which perpetrator the paper is about.
papers-needs-court = Say which court the paper goes to; the preview then appears.
papers-no-day = The period could not be read as dates. Write 2024, 2024-03 or 2024-03-05.
papers-fill-data = Fill in the data

## The pages

papers-page-before = Page before
papers-page-after = Next page
papers-page-of = { $page } / { $count }
papers-page-name = Page { $page } of { $count } of the paper
papers-zoom-less = Smaller
papers-zoom-more = Larger
papers-zoom-fit = Fit width
papers-zoom = { $percent }%

## Data

papers-open-data = Open or close the data
papers-data = Data
papers-shut-data = Close the data
papers-about = About whom
papers-kind-case = Case
papers-kind-profile = Perpetrator
papers-kind-center = Center
papers-kind-nation = Country
papers-kind-blank = Blank form
papers-about-case = { $number } · { $name }
papers-about-profile = { $victims ->
    [one] { $victims } victim
   *[other] { $victims } victims
    } · { $cases ->
    [one] { $cases } case
   *[other] { $cases } cases
    }
papers-about-nation = Whole country
papers-about-no-case = Not chosen yet
papers-about-no-profile = Not chosen yet
papers-about-gone = This cannot be seen at the moment
papers-blank-of = { $name } · printed blank
papers-choose = Choose
papers-choose-name = Choose whom the paper is about
papers-choose-case = Choose a case
papers-choose-case-hint = Looks for names, numbers and accounts.
papers-choose-profile = Choose a perpetrator
papers-choose-profile-hint = Those with most cases first. Names stay hidden.
papers-search = Find
papers-profiles = Perpetrators
papers-none-found = Nothing was found.
papers-from-records = Courts and numbers in the records
papers-head-name = Fill from the records: { $head }
papers-field-court = Court
papers-field-court-hint = Only victims who agreed to this court are in it.
papers-field-case-number = Court case number
papers-field-accused = Accused
papers-field-addressee = Addressee
papers-field-checked-by = Checked by
papers-field-first = From
papers-field-last = Until
papers-period-all = All
papers-field-words = In the center's words
papers-field-words-hint = The program does not write for you. What the center wrote stands in it as it is.
papers-field-records = Records in it
papers-no-records = There are no records to choose.
papers-with-addresses = Add the list of addresses
papers-outward-name = Use
papers-outward = For outside
papers-inward = Inside only
papers-outward-hint = For outside uses pseudonyms only and covers addresses.
papers-missing = Missing
papers-warnings = To look at
papers-nothing-missing = Nothing is missing.
papers-left-out = { $count ->
    [one] { $count } case is left out because nobody agreed. It is not written on the paper; only supervisors see this.
   *[other] { $count } cases are left out because nobody agreed. It is not written on the paper; only supervisors see this.
    }
papers-fill = Fill in
papers-fill-name = Fill in: { $field } ({ $at })
papers-lacks = Missing or to look at: { $count }

## Issuing

papers-issue-open = Issue
papers-issue = Issue
papers-issue-name = Give a number and issue
papers-issue-title = Issue: { $title }
papers-issue-1 = It gets a document number and stands in the register. A number is never used twice.
papers-issue-2 = The numbers in the paper are frozen as they are now, and the hash of the file is kept. They stay even when the records change later.
papers-issue-lacks = { $count ->
    [one] { $count } thing is missing. It can be issued with an empty line.
   *[other] { $count } things are missing. It can be issued with empty lines.
    }
papers-place = Folder to save in
papers-place-choose = Choose a folder
papers-place-none = Not chosen yet.
papers-key = Electronic seal
papers-key-hint = Without a key file it is issued unsealed, and is printed and stamped by hand.
papers-key-choose = Choose a key file
papers-key-none = Without a seal
papers-key-files = Key files
papers-key-passphrase = Passphrase of the key file
papers-lock = Lock the paper with a passphrase
papers-lock-passphrase = Passphrase of the paper
papers-lock-empty = Type a passphrase for the paper, or leave it unlocked.
papers-issuing = Issuing the paper
papers-issued = Issued · { $number }
papers-lies = Saved at: { $place }
papers-not-shown = A locked paper is not shown here.
papers-open-folder = Open the folder
papers-print = Print
papers-next = Next paper
papers-with-seal = Sealed
papers-no-seal = Not sealed
papers-frozen = { $count ->
    [one] { $count } frozen number
   *[other] { $count } frozen numbers
    }
papers-hash = Hash (16 digits)
papers-hash-said = Hash { $digits }

## The register

papers-register = Issued papers
papers-register-search = Find number, kind, court or person
papers-register-none = No paper was issued.
papers-states = State
papers-state-issued = Valid
papers-state-void = Void
papers-what = Paper
papers-made-on = Issued on
papers-made-by = Made by
papers-sealed = Seal
papers-void = Void
papers-again = Make again from the same data
papers-void-act = Make void
papers-void-title = Make { $number } void
papers-void-body = A void paper cannot be brought back. Its line in the register and its frozen numbers stay. Whoever has it already must be told.
papers-void-reason = The reason
papers-voided = The paper is void.
papers-figures = Numbers then and now
papers-figure-what = Number
papers-figure-then = When issued
papers-figure-now = Now

## A file

papers-bring = Check a file
papers-verifying = Checking the file
papers-verified-title = Checked file
papers-locked-title = Open a locked paper
papers-locked-body = Type the passphrase of the paper to check it. It is kept nowhere.
papers-locked-check = Check

## Papers of a case

case-papers = Papers
papers-case-make = Make a paper of this case
papers-case-make-one = Make: { $kind }
papers-case-none = No paper about this case alone was issued yet.
papers-case-issued = Issued papers
papers-case-hint = Papers about several cases stand on the page of papers only.
papers-case-show = Show
papers-case-show-name = Show { $number }
case-make-paper = Make a paper
prof-make-paper = Make a paper
action-papers = Papers
