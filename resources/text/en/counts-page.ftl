## Settings · centers' counts

settings-counts = Centers’ counts
send-counts = The counts of { $years } (tables of numbers only) are made anew and go along.
send-only-counts = No new records to send. Only counts go.
counts-title = Sending counts to the central desk
counts-help = National statistics need the numbers of every center. Tables that were counted here can be sent without any case.
counts-goes = What leaves
counts-goes-words = The numbers in the tables of last year and this one (the same as on the page of statistics), the number of cases, the edition of the rules, the name of the center. They are counted anew for every bundle.
counts-stays = What stays
counts-stays-words = Cases, case numbers, names, addresses, records of counselling, postings, suspects. None of it goes with the tables.
counts-why = Reason
counts-why-words = Cases of people who did not agree never go to the central desk, so it cannot count the whole country by itself. Small numbers are hidden where the central desk shows them. Counts are signed, so nobody can send them in another center’s name.
counts-on = Send them along
counts-off = Do not send
counts-locked = A supervisor decides whether counts are sent. Here it can only be read.
counts-no-central = The keys of the central desk have not been compared yet. Counts go along once they are.
counts-question = Send counts to the central desk from now on?
counts-question-body = With every bundle for { $to } the tables of { $years } go along, as numbers only. No record of a case goes with them. You can stop at any time; tables already sent stay at the central desk.
counts-yes = Start sending
counts-central = the central desk
counts-started = Counts go along from the next bundle on.
counts-stopped = Counts are no longer sent.
counts-made-title = Tables that were counted
counts-made-none = Nothing was counted yet.
counts-line = { $first } – { $last }
counts-line-more = counted on { $on } · { NUMBER($cases) } { $cases ->
    [one] case
   *[other] cases
    }
counts-line-few = counted on { $on } · so few cases that their number is not shown
counts-sent-not-sent = not sent yet
counts-sent-under-way = sent · waiting for the receipt
counts-sent-there = the central desk has it
counts-to-statistics = See the tables in Statistics

## At the central desk

counts-nation-title = Counts that came from centers
counts-nation-help = What centers counted themselves is added. The tables are on the page of statistics, under “the whole country”.
counts-year = Year
counts-nation-count = { $centers ->
    [one] The counts of one center are
   *[other] The counts of { NUMBER($centers) } centers are
    } added ({ NUMBER($cases) } { $cases ->
    [one] case
   *[other] cases
    }).
counts-nation-count-few = { $centers ->
    [one] The counts of one center are
   *[other] The counts of { NUMBER($centers) } centers are
    } added.
counts-nation-none = No counts of this year have come yet.
counts-there = added
counts-aside = not added
counts-missing = missing
counts-missing-words = No counts of this year have come.
counts-sender = { $words } Sent by: { $sender }
counts-save-xlsx = Save sums as XLSX
counts-save-csv = Save sums as CSV
