### Postings and deletion: addresses found, what was asked, what came of it. The directory of sites.

case-postings = Postings

## Figures

postings-total-requests = Requests
postings-total-removed = Removed
postings-total-open = In progress
postings-total-back = Back again
postings-total-refused = Refused
postings-total-overdue = Overdue
postings-total-urls =
    { $count ->
        [one] { $count } address
       *[other] { $count } addresses
    }
postings-total-name = { $word } { $figure }, show only these

## Who asks

postings-wish = Wish: { $wish }
postings-wish-unasked = not yet asked
postings-wish-title = What the victim wishes
postings-requester-kind = Who asks for deletion
postings-requester-name = Name of who asks
postings-papers = Papers to look at
postings-papers-missing =
    { $count ->
        [one] { $count } paper missing
       *[other] { $count } papers missing
    }
postings-gate-change = Wish, requester
postings-gate-title = The wish to delete, and who asks
postings-csam-short = Sexual exploitation of a child: helped without a request
postings-csam = For sexual exploitation material of a child, deletion is supported without a request, and what belongs to it is preserved.

## Pasting

postings-paste-open = Add addresses
postings-paste-details = Details
postings-paste-away = Close the clipboard notice
postings-paste-title =
    { $count ->
        [one] { $count } line on the clipboard
       *[other] { $count } lines on the clipboard
    }
postings-paste-count-new = { $count } new
postings-paste-count-here = { $count } already here
postings-paste-count-twice = { $count } repeated
postings-paste-count-not-address = { $count } no address
postings-paste-add = Add { $count }
postings-paste-preview = Look before adding
postings-paste-table = Pasted lines
postings-paste-state = State
postings-paste-text = Address
postings-paste-why = Remark
postings-paste-new = New
postings-paste-here = Already here
postings-paste-twice = Repeated
postings-paste-not-address = No address
postings-paste-elsewhere =
    { $count ->
        [one] in { $count } other case
       *[other] in { $count } other cases
    }
postings-paste-elsewhere-all = { $count } of the new addresses are in other cases too. Which ones is not shown.
postings-paste-box = Place for addresses
postings-paste-box-hint = https://…
postings-paste-box-help = One in a line: paste them or drop them here. They are shown once more before they are added.
postings-paste-look = Look
postings-paste-nothing = There is no address on the clipboard.
postings-reading = Reading the addresses
postings-adding = Adding the addresses
postings-adding-stopped = Stopped. Nothing was added.
postings-added = { $count } added.
postings-import = From a table

## List

postings-table = List of postings
postings-column-url = Address
postings-column-platform = Platform
postings-column-found-on = First seen
postings-column-requested-on = Asked
postings-column-result-on = Result on
postings-column-result = State
postings-column-next-check = Next check
postings-column-reposts = Reposts
postings-short-day = { $month }/{ $day }
postings-short-day-year = { $month }/{ $day }/{ $year }
postings-past = { $day } overdue
postings-overdue = the check is overdue
postings-check-none = no checks
postings-search = Find an address or a platform
postings-search-hint = Address, platform
postings-sort = Sort
postings-order-found-on-down = Newest seen
postings-order-found-on-up = Oldest seen
postings-order-next-check-up = Check soonest
postings-order-next-check-down = Check latest
postings-order-result-on-down = Newest result
postings-order-result-on-up = Oldest result
postings-order-requested-on-down = Newest asked
postings-order-requested-on-up = Oldest asked
postings-order-result-up = By state
postings-order-result-down = By state, backwards
postings-order-platform-up = By platform
postings-order-platform-down = By platform, backwards
postings-order-host-up = By address
postings-order-host-down = By address, backwards
postings-filter-all = All
postings-filter-to-request = To ask
postings-filter-open = In progress
postings-filter-removed = Removed
postings-filter-back = Back again
postings-filter-overdue = Check overdue
postings-filter-refused = Refused
postings-none = There are no postings yet. Addresses you find are kept here.
postings-empty-add = Add the first addresses
postings-nothing-fits = No posting fits.

## Marks

postings-chosen = { $count } selected
postings-chosen-none = 0 selected
postings-more = More
postings-prepare = Prepare requests
postings-do-requested = Asked
postings-do-removed = Removed
postings-do-reuploaded = Up again
postings-do-refused = Refused
postings-do-name = Mark the selected postings: { $word }, digit { $digit }
postings-mark-title = What to note of { $count } selected
postings-mark-asked = What was done
postings-mark-found = What was found
postings-mark-on = Day
postings-today = today
postings-mark-remark = Remark
postings-note-it = Note it
postings-mark-requested = Deletion asked
postings-mark-search = Search results asked
postings-mark-kmcsc = Commission applied to
postings-mark-police = Investigators told
postings-mark-hashreg = Fingerprint registered
postings-mark-check-live = Checked, still there
postings-mark-removed = Removed
postings-mark-delisted = Delisted from search
postings-mark-blocked = Access blocked
postings-mark-refused = Refused
postings-mark-temporary = Temporary measure
postings-mark-deferred = Deferred or passed on
postings-mark-more-info = More asked of us
postings-mark-gone = Site gone
postings-mark-restored = Restored
postings-mark-reuploaded = Uploaded again
postings-mark-inform = Victim informed
postings-marked = { $count } changed to “{ $mark }”.
postings-written = “{ $mark }” noted of { $count }.
postings-skipped = { $count } stayed as they were. { $why }
postings-marking = Noting
postings-undo = Undo
postings-undone = Taken back.
postings-undo-late = Something was done since, so it stays. Ctrl+Z takes things back one by one.
postings-copied =
    { $count ->
        [one] { $count } address copied.
       *[other] { $count } addresses copied.
    }

## One posting

postings-details = Posting
postings-found-on = first seen { $day }
postings-requests-count =
    { $count ->
        [one] asked once
       *[other] asked { $count } times
    }
postings-restored-count =
    { $count ->
        [one] restored once
       *[other] restored { $count } times
    }
postings-day-example = 3 December
postings-check-stop = No more checks
postings-police-too = Investigators know too
postings-leaks = Personal details beside it
postings-history = What was done
postings-history-none = Nothing was done yet.
postings-repost = If it is at another address again
postings-repost-help = A new address is kept as a repost of this posting.
postings-repost-add = Add the repost
postings-reposted = The repost was added.
postings-comes-from = This is a repost of
postings-went-to = It was uploaded again here
postings-open-name = Open { $url }

## Preparing requests

postings-prepare-title =
    { $count ->
        [one] One deletion request
       *[other] { $count } deletion requests
    } to { $sites ->
        [one] one place
       *[other] { $sites } places
    }
postings-prepare-note = Nothing is sent from here. Send it yourself, then press “Sent”; it is noted as a request.
postings-group-count =
    { $count ->
        [one] { $count } posting
       *[other] { $count } postings
    }
postings-group-name = { $name }: { $what }
postings-site-unknown = Not in the directory of sites. Its contact can be added in the settings, under Directory of sites.
postings-form-save = Save the form
postings-form-print = Print the form
postings-letter = E-mail draft
postings-letter-language-name = { $name }: language of form and e-mail
postings-letter-text = E-mail draft for { $name }
postings-letter-to = To: { $to }
postings-letter-copy = Copy all
postings-letter-copy-name = Copy the whole e-mail draft for { $name }
postings-letter-open = Open in the mail program
postings-letter-open-name = Open the e-mail draft for { $name } in the mail program
postings-letter-cut = The letter is long and the mail program takes only a part of it. With “Copy all” none is missing.
postings-window-open = Open the report page
postings-sent = Sent
postings-sent-done = Noted as asked

## Export

postings-export = Export
postings-export-title = Export the list
postings-export-note = The list as it is filtered now is saved as a CSV file. The addresses are in it as they are: delete it when it is no longer needed.
postings-export-purpose = What it is for
postings-export-go = Choose a place
postings-exporting = Making the list

## Directory of sites

settings-sites = Directory of sites
sites-title = Directory of sites
sites-list = Sites on record
sites-note = How operators are reached when deletion is asked. Forms and e-mail drafts use it.
sites-search = Find a name or an address
sites-add = New site
sites-none = There is no site yet.
sites-nothing-fits = No site fits.
sites-edit-title = Edit a site
sites-add-title = New site
sites-save = Save
sites-host = Address (domain)
sites-host-help = For example tube-a.example. Addresses below it belong to it.
sites-name = Name
sites-platform = Kind of platform
sites-channel = How it is asked
sites-email = E-mail
sites-report-url = Report page
sites-phone = Telephone
sites-language = Language of requests
sites-country = Country
sites-remark = Remark
sites-unset = Not chosen
sites-postings =
    { $count ->
        [one] { $count } posting
       *[other] { $count } postings
    }
sites-saved = Kept.
sites-host-needed = Please write the address.
