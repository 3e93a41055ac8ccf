## The statistics page

action-statistics = Statistics

stat-title = Statistics
stat-whom = Whose cases
stat-whom-center = This center
stat-whom-nation = Nationwide
stat-whom-profile = This perpetrator's cases
stat-about-center = Cases of this center
stat-about-nation = Cases of the whole country
stat-about-profile = Cases of this perpetrator
stat-about-case = This case
stat-period = Period
stat-this-year = This year
stat-last-year = Last year
stat-last-12 = Last 12 months
stat-whole = All time
stat-first = From
stat-first-hint = beginning
stat-last = Until
stat-last-hint = now
stat-again = Count again
stat-as-of = { $about } · counted on { $moment }.
stat-outdated = Records changed since.
stat-small = Show small numbers too
stat-small-hint = Numbers below three people are seen on this page only.
stat-small-told = Numbers below three people are shown. They may tell who somebody is: do not show them outside. They are hidden in tables that are exported.
stat-no-day = This cannot be read as a date. Please write it like 2026, 2026-03 or 2026-03-05.
stat-ends-first = The end lies before the beginning.

stat-nothing = There are no records to count in this period.
stat-nothing-done = Nothing was done in this period. People are counted whatever the period is.
stat-widen = Count all time
stat-quiet = Not shown while an interview is going on. It can be seen when the interview is over.
stat-not-counted = Nothing was counted yet. Press “Count again” to count.

## Large numbers

stat-figure-name = { $label }: { $number }
stat-doubtful = Not clear for { $count } { $unit }: told apart, not added.
stat-hidden-cards = Hidden, because so few people are in them: { $names }

## Pictures

stat-unit = Unit: { $unit }
stat-bar = { $group }, { $series }: { $number }
stat-bar-hidden = { $group }, { $series }: hidden
stat-hidden-told = A hidden cell cannot be opened.
stat-no-bars = There is nothing to draw in this period.
stat-as-table = Show table
stat-as-table-name = { $title }, show table
stat-as-picture = Show picture
stat-as-picture-name = { $title }, show picture
stat-walk-hint = Choose a bar to read its number here.
stat-cell-hint = Press Enter or double-click in a cell to see what the number rests on.

## Tables

stat-tables = Tables
stat-tables-hint = Press a title to unfold it. Press Enter or double-click in a cell to see what the number rests on.
stat-annex = Regional annex
stat-annex-hint = Items that national statistics do not have. They are in no sum of the tables above.
stat-table-line = { $number } { $title } ({ $unit })
stat-table-name = Table: { $title }
stat-rule = { $rule } · { $how }
stat-cell = { $row }, { $column }: { $number }
stat-cell-hidden = { $row }, { $column }: hidden

## What a number rests on

stat-rows = Cases it rests on
stat-rows-close = Close what it rests on
stat-rows-asking = Looking for what it rests on
stat-rows-none = There is no record behind this number.
stat-rows-unseen = { $count ->
    [one] { NUMBER($count) } record of cases that cannot be seen { $count ->
        [one] is
       *[other] are
      } not shown.
   *[other] { NUMBER($count) } records of cases that cannot be seen { $count ->
        [one] is
       *[other] are
      } not shown.
}
stat-rows-more = Show more
stat-rows-no-day = No date
stat-rows-gone = No number

## The yearly report

stat-years = Tables by year
stat-years-hint = { $years } years in the shapes of the yearly report, a row for each.
stat-years-open = Count by year

## What centers sent

stat-nation-months = Choose years or months to see the sum of what centers counted.
stat-nation-counted = { $count ->
    [one] The counts of one center are
   *[other] The counts of { $count } centers are
    } added: { $names }. { $cases ->
    [one] { $cases } case.
   *[other] { $cases } cases.
    }
stat-nation-counted-few = { $count ->
    [one] The counts of one center are
   *[other] The counts of { $count } centers are
    } added: { $names }.
stat-nation-none = No center sent counts of this period.

## Frozen numbers

stat-freeze = Freeze number
stat-freeze-hint = Keeps the number and its day as they are now. It stays the same when records change later.
stat-frozen = Frozen numbers
stat-frozen-hint = The number of that day beside what the same question gives today.
stat-frozen-none = Nothing is frozen. Press a number and then “Freeze number” to keep it here with its day.
stat-frozen-now = today { $now }
stat-frozen-same = same
stat-frozen-other = changed
stat-frozen-taken = Frozen on { $day } by { $who } · { $rule }
stat-frozen-again = Count again as of then
stat-frozen-again-name = Frozen number { $at }, { $label }, count again as of then
stat-frozen-rows = What it rested on
stat-frozen-rows-name = Frozen number { $at }, { $label }, what it rested on
stat-frozen-rows-how = What the number rests on in the records until { $day }, by { $rule }.
stat-frozen-counted = Counted again as of then it is { $number }. { $words }
stat-frozen-more = Show { $count } more
stat-frozen-kept = Frozen: { $number }.

## Export and report

stat-save = Export tables
stat-save-note = The tables leave as they are seen here. No case number, name or address is in them, and what is hidden stays hidden.
stat-save-form = File format
stat-save-xlsx = Excel (XLSX), a sheet for every table
stat-save-csv = CSV in a ZIP, a file for every table
stat-save-place = Choose a place
stat-saved = The tables were saved.
stat-of-profile = Statistics of this perpetrator
stat-report = Make a report

## Keys

stat-key-walk = move by bar or cell
stat-key-open = see what it rests on
stat-key-close = close it
