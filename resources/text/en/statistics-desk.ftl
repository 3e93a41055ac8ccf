## Statistics: tables and pictures

counted-group = Group { NUMBER($number) }
counted-with-unit = { $name } ({ $unit })
counted-picture-months = Deletion support and removals by month
counted-picture-waves = How it came back
counted-picture-platforms = Outcome by platform
counted-picture-ages = Age and sex
counted-last-months = Only the last { NUMBER($months) } { $months ->
    [one] month is
   *[other] months are
  } drawn.
counted-all-time = Counted whatever the period.

## What stands under a table

counted-note-each = { $mean } for each person on average.
counted-note-t3 = One person may have several kinds.
counted-note-t6 = The outcome is that of the address as it stands now. Deletion support about no address stands under unknown and under way.
counted-note-t8 = Where several details leaked together each is counted, and once in the sum.
counted-note-t10 = New ones and those found again stand in the month they were found, removed ones in the month that was seen. One address may stand in two cells.
counted-note-t12 = Only confirmed groups. People and centers are counted whatever the period, deletion support within it. What is in two groups counts once in the sum.
counted-note-annex = Added by a region. In no national sum.
counted-note-doubtful = Of a few people it is not clear whether they belong to this period; they are not added.

## The file

counted-always = All time
counted-share = Share (%)
counted-about-title = What this is
counted-about-name = Support statistics, digital sexual crime
counted-about-center = Made by
counted-about-whom = About
counted-of-case = One case
counted-of-profile = The cases of one perpetrator
counted-of-center = This center
counted-of-nation = Every center here
counted-about-period = Period
counted-about-day = As of
counted-about-position = Position of the ledger
counted-about-table = Table
counted-about-unit = Unit
counted-about-rule = Counting rule
counted-about-how = How it counts
counted-about-doubtful = Not added, as the period is not clear
counted-about-note = Note

## The yearly report

counting-year-a = Victims supported, by year
counting-year-b = Age bands, by year
counting-year-c = Kinds of harm, by year
counting-year-d = Relation to the perpetrator, by year
counting-year-e = Kinds of support, by year
counting-year-f = Deletion support by platform, by year
counting-year-g = Deletion support where identity details leaked, by year
counting-axis-year = Year

## What stands under the tables of the yearly report

counted-note-year-b = Age is that on the day of intake.
counted-note-year-c = One person may have several kinds.
counted-note-year-e = Checks are not part of deletion support, nor of the sum.
counted-note-year-g = The share of the sum is of that year's deletion support, that of each detail is of the sum. Several details may leak together.

## Statistics report

paper-statistics-title = Statistics report
paper-statistics-about = About
paper-statistics-period = Period
paper-statistics-by = Written by
paper-statistics-checked = Checked by
paper-statistics-people = Victims supported
paper-statistics-supported = in the period
paper-statistics-pictures = At a glance
paper-statistics-tables = Tables
paper-statistics-annex = Regional annex
paper-statistics-annex-note = Added by a region. Not part of the tables before, and in no national sum.
paper-statistics-limits = No official text says what one deletion support is. These numbers were counted by the rules below; whoever counts again by the same rules at the same position of the ledger gets the same ones. People, cases, actions and addresses are never added together.
paper-statistics-doubtful = Not added, as the period is not clear: { NUMBER($count) } { $unit }.
paper-statistics-not-drawn = Hidden numbers are not drawn.
