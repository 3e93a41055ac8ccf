## A petition's frame: the words are hers, never the program's

paper-petition-title = Petition
paper-petition-case = Case number
paper-petition-accused = Accused
paper-petition-victim = Victim (pseudonym)
paper-petition-by = Petitioner
paper-petition-name = Name
paper-petition-birth = Date of birth
paper-petition-address = Address
paper-petition-phone = Phone
paper-petition-relation = Relation to the victim
paper-petition-wish = What is asked for
paper-petition-reasons = Reasons
paper-petition-as-said = Written down as it was said
paper-petition-day = Day Month Year
paper-petition-signs = Petitioner
paper-petition-seal = (signature or seal)
paper-petition-to = To { $court }
paper-petition-copy = Attached: copy of an identity card (last digits of the resident number covered)
paper-missing-victim-name = The pseudonym by which the court knows the victim is empty. It goes out as a blank.
paper-warning-petition-free = She does not have to write a petition. She may stop at any time, and take it back after filing. Please tell her so.
paper-warning-petition-seen = The defence may see the petition and the copy of the identity card. Where name and address are a worry, the court can be asked to restrict access.
paper-warning-words = The dictated words are printed as they are. Let her read them and see whether anything should change.
paper-warning-petition-by-hand = The body is empty: only lines are printed, to be written on by hand.

## Merged table of several centers

paper-merged-title = Merged table of several centers
paper-merged-lead = Cases that several centers supported, in one table.
paper-merged-rows = By victim and center
paper-merged-note = One line is one victim supported by one center. Cases have pseudonyms; after = stands another case of the same victim.
paper-merged-label = Case
paper-merged-center = Center
paper-merged-period = When
paper-merged-harms = Kinds of harm
paper-merged-actions = Deletion support
paper-merged-addresses = Addr.
paper-merged-removed = Removed
paper-merged-refused = Refused
paper-merged-attached = Beside it
paper-merged-petition = Petition
paper-merged-added = Sum
paper-merged-totals = Counted once each
paper-merged-twice = Known twice and counted once
paper-merged-twice-note = Everything that the numbers above leave out is listed here.
paper-merged-none-twice = Nothing is known twice.
paper-merged-people = People
paper-merged-people-said = { $cases }: cases of one person, counted as one.
paper-merged-shared = { $cases }: { NUMBER($count) } { $count ->
    [one] address
   *[other] addresses
  } in common
paper-merged-shared-all = { $count ->
    [one] { NUMBER($count) } address in all is counted once less.
   *[other] { NUMBER($count) } addresses in all are counted once less.
}
paper-merged-known-twice = { $count ->
    [one] { NUMBER($count) } action bears the number of another system. The same number is counted once, whichever list it came from.
   *[other] { NUMBER($count) } actions bear the number of another system. The same number is counted once, whichever list it came from.
}

## Basis for recovering costs

paper-claim-title = Basis for recovering costs
paper-claim-lead = What a claim for the cost of deletion support is worked out from.
paper-claim-sites = Deletion support by site
paper-claim-note = Only requests and addresses come from the records. Hours, unit cost and amount are filled in by hand, by the official notice.
paper-claim-site = Site
paper-claim-requests = Requests
paper-claim-addresses = Addresses
paper-claim-hours = Hours
paper-claim-unit = Unit (won)
paper-claim-amount = Amount (won)
paper-claim-all = All
paper-claim-no-site = Without an address
paper-claim-worked-out = Worked out
paper-claim-by-hand = How an amount is worked out is set by a notice each year. Nothing is worked out here.
paper-claim-notice = By which notice
paper-claim-paid = To be paid by
paper-claim-account = How to pay
paper-warning-claim-empty = Hours, unit cost and amount are empty: fill them in by hand, by the official notice.

## List of petitions

paper-petition-list-title = List of petitions
paper-petition-list-lead = The petitions that are submitted with it, or were filed before. Names are pseudonyms.
paper-petition-list-no = No.
paper-petition-list-label = Case
paper-petition-list-center = Center
paper-petition-list-way = How it was written
paper-petition-list-sheets = Sheets
paper-petition-list-all = All
paper-petition-list-people = { $count ->
    [one] { NUMBER($count) } person
   *[other] { NUMBER($count) } people
}
paper-petition-list-note = Where the number of sheets is empty it is filled in by hand, from the original.
paper-missing-when = When it happened was not noted in { NUMBER($count) } { $count ->
    [one] case. Its place stays empty.
   *[other] cases. Their place stays empty.
  }
paper-missing-petitions = There is no petition to list.
paper-warning-sheets = The number of sheets is empty for { NUMBER($count) } { $count ->
    [one] petition
   *[other] petitions
  }: fill it in by hand, from the original.

## A court's pack

paper-pack-title = List of what is submitted
paper-pack-lead = Papers and files that are submitted together. A file is called as its document number.
paper-pack-no = No.
paper-pack-file = File
paper-pack-what = Paper
paper-pack-pages = Pages
paper-pack-hash = SHA-256
paper-pack-list = Addresses of the annex (CSV)
paper-pack-petitions = { $count ->
    [one] Petitions on paper (attached, or filed before): { NUMBER($count) } person
   *[other] Petitions on paper (attached, or filed before): { NUMBER($count) } people
}
paper-pack-compare = A file whose SHA-256 is the one listed here is as it was issued. The register of papers has the hash of this list.
paper-warning-full-addresses = A list with whole addresses (CSV) goes out with it. The defence may see it: look again whether it is needed.
progress-pack = Making the papers of the pack
