### Records that may be of the same person: what the case, the interview and the day say.

alike-case = { $count ->
    [one] { $count } record is like another case
   *[other] { $count } records are like other cases
}
alike-case-hint = Nothing is joined by itself. People look at what speaks for it and decide.
alike-show = Look
alike-show-suspects = Look at records like these suspects
alike-show-overview = Look at records like this case

alike-interview-count = { $count } alike
alike-alone = I am alone at the screen
alike-alone-hint = Only while nobody else sees the screen. It is off again after a lock and at every start.
alike-alone-yes = I am alone
alike-alone-first = First say that you are alone at the screen.
alike-later = { $count ->
    [one] One record is alike. It can be seen when the interview rests or is finished.
   *[other] { $count } records are alike. They can be seen when the interview rests or is finished.
    }
action-matches = Look at records alike

alike-propose = Propose as the same person
alike-propose-of = Propose as the same person: { $name }
alike-propose-hint = Find somebody you have seen in another case and put the pair on the list. Nothing is joined before somebody decided.
alike-propose-this = Propose
alike-propose-name = Propose: { $name }
alike-proposed = It is on the list. It waits for another counselor, under Second person on the page of the same person.

next-alike-new = Records that may be of the same person: { $count }
next-alike-second = Decisions that wait for a second person: { $count }
next-conflicts = Fields that two laptops recorded differently: { $count }
