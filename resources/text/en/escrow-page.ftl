### Match-only: what centers, the central desk and the second party read on their pages.

rail-escrow = Match-only
settings-escrow = Match-only

## First start

setup-role-escrow = Second party
setup-does-center = A center that records cases and helps victims.
setup-does-central = The central desk: it gathers what centers send with consent and looks for the same perpetrator.
setup-does-escrow = Keeps one half of the match-only key. No case ever comes here: it answers veiled values and counts them.
keys-kind-escrow = Second party (match-only)
paper-enrolment-kind-escrow = Second party
setup-party-code = Code of the body
setup-party-name = Name of the body

## How it stands

escrow-title = Match-only
escrow-help-center = Without sending any content, this finds out whether another report names the same perpetrator. The central desk and a second party each hold half of the key and answer together.
escrow-help-party = When a center asks about veiled values, each of the two parties answers with its half of the key. Answers come and go by themselves.
escrow-on = On
escrow-off = Not in use
escrow-on-words = Both halves of this year's key are known. Accounts and numbers of cases whose person agreed are veiled and asked about. There is nothing for you to do.
escrow-off-words = It turns on by itself once the cards of the central desk and of the second party are both accepted and this year's key has come. Until then nothing leaves.
escrow-off-party = It turns on by itself once the other party's card is accepted and both have heard this year's key.
escrow-to-keys = Check keys
escrow-fact-filed-center = Left there
escrow-fact-filed-central = Held here
escrow-fact-waiting = Waiting their turn
escrow-fact-used = Asked today
escrow-fact-quota = Most in a day (each center)
escrow-fact-refresh = The halves are made anew on
escrow-fact-incidents = Days to look at
escrow-of-quota = { NUMBER($used) } / { NUMBER($quota) }
escrow-count = { NUMBER($count) }
escrow-days-count = { $count ->
    [one] { NUMBER($count) } day
   *[other] { NUMBER($count) } days
  }
escrow-padded = So that nobody can tell how many there are, questions are filled up with blanks to 50; blanks count too.
escrow-troubles = To look at

## The key of both parties

escrow-keys = The key of { $epoch }
escrow-keys-own = Our half
escrow-keys-other = The half of { $name }
escrow-keys-help = Read these words to the other party by telephone and make sure it sees the same. The words alone open nothing.
escrow-keys-help-center = The words of this year's key as both parties told them. Other centers must see the same.
escrow-kind-central = Central desk
escrow-kind-escrow = Second party
escrow-ready = Known
escrow-not-ready = Not yet
escrow-getting-ready = Getting ready
escrow-no-party = Its card was not accepted yet.
escrow-no-words = Its half of this year has not been heard yet. It comes with the next exchange.
escrow-no-own = It was not made yet.
escrow-begin = Make this year's half
escrow-began = This year's half is here. The next bundle tells it.
escrow-begin-help = It is made by itself at the next exchange. It can be made now, too.

## Counted each day

escrow-days = Counted each day
escrow-days-help = Both parties count on their own and tell each other. Where the numbers differ or a center asked too much, call that center.
escrow-days-none = No center asked this month.
escrow-month = Month
escrow-day-asked = Asked { NUMBER($count) }
escrow-day-refused = Refused { NUMBER($count) }
escrow-day-other = Other party { NUMBER($count) }
escrow-day-other-none = Not told by the other party yet
escrow-day-same = Same
escrow-day-differs = Differs
escrow-day-over = Too many
escrow-day-waits = Waiting
escrow-day-unsigned = Not signed by the other
escrow-days-list = Counts by day and center

## Who can see what

escrow-sees = Who can know what
escrow-sees-central = Central desk
escrow-sees-central-words = Knows which center left how many and when, and whether some are equal. Whose and what they are it does not know. Only where two people's are equal do the counselors' contacts open.
escrow-sees-escrow = Second party
escrow-sees-escrow-words = Sees veiled values and how many. It does not know what is veiled or whether any were equal, and it keeps none of them.
escrow-sees-both = Both together, breaking the rules
escrow-sees-both-words = By trying numbers one by one they could find out accounts and numbers of suspected perpetrators, and could test whether somebody whose name and date of birth they guess was the one who reported. That is why each counts on its own and a day has a limit.
escrow-sees-never = What neither can know
escrow-sees-never-words = What happened, the case number, the record of the talk. These go nowhere.
escrow-sees-own-escrow = This window holds no case, no person and no account. All it can show is what was counted each day.

## Center: in the case

escrow-case = Match-only · { $state }
escrow-case-count = { NUMBER($count) } left there
escrow-case-waiting = { NUMBER($count) } waiting
escrow-quiet = Match-only { NUMBER($count) }
escrow-found-title = Matches another report
escrow-found-words = An account or number of this case was named in somebody else's report too. Whether it is the same person is not known yet. Who the other is and what was said is not told.
escrow-found-call = At the central desk
escrow-found-call-none = There is no contact of the central desk yet. Call the number you know.
escrow-found-told = Told on { $day }.
escrow-found-next = First ask the person who was harmed. Only if sharing is wished does anything go on; otherwise it ends here.
escrow-found-ask = Ask the person
escrow-found-seen = I have seen it
escrow-found-seen-done = Taken off today's list. It stays in the case.

## Center: in the settings

escrow-found-list = Matches that were told
escrow-found-none = No match was told. That does not mean there is no other harm.
escrow-found-open = Open case
escrow-found-open-name = Open case: { $day }, number { NUMBER($at) }
escrow-found-new = New

## Central desk

escrow-matches = Matches
escrow-matches-help = Two or more people left the same account or number. Nothing but the counselors' contacts opened. Call all of them first, then tell.
escrow-matches-none = There is no match.
escrow-matches-hidden = Contacts of counselors are seen by those who do casework.
escrow-match = { NUMBER($filings) } filings match · { $centers }
escrow-match-opened = Opened on { $day }
escrow-match-new = To be called
escrow-match-told = Told on { $day }
escrow-match-over = Over: taken back
escrow-match-over-words = Somebody took the consent back; they match no longer. There is nothing to do.
escrow-contact-hours = Answers the telephone: { $hours }
escrow-contact-none = This center left no contact. Call its main number.
escrow-tell = Tell after calling
escrow-tell-name = Tell after calling: { $what }
escrow-tell-title = Did you call?
escrow-tell-words = Each center's counselor will then see in its own case that it matches, and our contact. Neither the other center's name nor any content goes there. What was told cannot be taken back.
escrow-tell-called = Mark everybody you talked to
escrow-tell-yes = Tell
escrow-told = The next bundle tells it.

## Before the first sending

sync-first-escrow = Only veiled values and their number go to the second party
sync-first-escrow-words = Accounts and numbers of suspected perpetrators, veiled on this computer so that they cannot be turned back, and how many there are. Blanks are mixed in so that it is always 50 at a time. Nothing else leaves.
sync-first-escrow-stays = What stays: cases, case numbers, names, the accounts and numbers themselves, records of talks, postings.
sync-first-escrow-why = Why: the key is held by two, so that the central desk alone cannot find out what was asked.
sync-first-from-escrow = Only answers and daily counts leave
sync-first-from-escrow-words = Answers to veiled values, the public half of this year's key, and how many each center asked. There are no cases here.
