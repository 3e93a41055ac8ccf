## Petitions in the window: the tab of a trial and the page of a perpetrator. No reason is asked for

petition-card = Petition
petition-free = Whether to write is hers to decide. Support stays the same either way, and no reason is asked for or kept.
petition-none = Nothing is noted.
petition-ask = Note that she was asked
petition-ask-hint = Note that you asked whether she would like to write a petition. What she says can be noted later.
petition-which-court = For which court
petition-other-court = Another court
petition-court = Court
petition-court-hint = e.g. 서울중앙지방법원
petition-number = Case number (leave empty if unknown)
petition-no-court = Please name the court.
petition-keep = Note it
petition-was-asked = Noted that she was asked.
petition-noted = Noted.
petition-again = She was asked before
petition-asked-before = She was asked for a petition to this court on { $day }.
petition-asked-some-day = She was asked for a petition to this court before.
petition-again-hint = Note it again only if she wants to talk about it again herself.
petition-again-yes = Asked again
petition-again-no = Leave it
petition-writes-already = She already said that she will write to this court. How it stands is shown below.
petition-answer = Note her answer
petition-change = If her answer changed
petition-of = Petition to { $court }
petition-said = Her answer
petition-way = How she will write
petition-remark = Note
petition-remark-hint = e.g. would like a quiet room
petition-take-back-filed = To take back a petition that was filed, the court has to be told too.
petition-receive = Note what was received
petition-sheets = Sheets received
petition-sheets-hint = Copies of an identity card are not counted.
petition-no-sheets = Please give the sheets as a number from 1 to 999.
petition-copy = Secured copy (evidence)
petition-no-copy = None
petition-file = Note the day of filing
petition-filed-on = Filed with the court on
petition-day-ahead = That day is yet to come.
petition-print = Print the petition form
petition-asked-on = Asked on { $day }
petition-said-on = Answered on { $day }
petition-received-on = Received on { $day }: { NUMBER($sheets) } { $sheets ->
    [one] sheet
   *[other] sheets
 }
petition-has-copy = Copy secured
petition-filed-day = Filed on { $day }
petition-apart = No agreement to submitting to this court is noted. She can write by herself; the papers for the court do not name it.

petition-group = Petitions
petition-group-hint = Only who agreed to submitting to this court is here. “–” means that nothing is noted, or that it is not shown here.
petition-group-court = Court
petition-group-nobody = Nobody agreed to submitting to this court.
petition-group-name = Pseudonym
petition-group-center = Center
petition-group-state = How it stands
petition-group-nothing = –
petition-group-open = Open case
petition-group-open-name = Open case: { $name }
petition-group-more = Show { NUMBER($count) } more
petition-group-sheets = { NUMBER($count) } { $count ->
    [one] sheet
   *[other] sheets
 }

trial-pack = Court pack
petition-remove = Remove this line
petition-removed = Removed.
