### Copies and notices: who has one, who was told, who has said so

copy-state-has = Has a copy
copy-state-unsure = May have a copy
copy-state-unsaid = Not told yet
copy-state-said = Told, no answer yet
copy-state-late = Answer is late
copy-state-heard = Acknowledged
copy-state-passed = Passed on
copy-state-held = Held there by law
copy-state-destroyed = Destroyed
copy-answer-destroyed = { $to } says it was destroyed on { $day }.
copy-answer-destroyed-number = { $to } says it was destroyed on { $day } (certificate { $number }).
copy-answer-held = { $to } says that a legal hold forbids destroying it now.
copy-answer-held-until = { $to } says that a legal hold forbids destroying it until { $day }.
copy-next-unsaid = It is told with the next bundle.
copy-next-unsure = It was carried over, and no receipt has come yet.
copy-next-passed = { $via } passes it on. Please ask there whether it was heard.
copy-next-late = Told { NUMBER($days) } days ago, and no answer. Please call { $to } and ask whether notice { $number } has come.
copy-next-never-said = { NUMBER($days) } days have passed and it could not be told yet. Please make a bundle for { $to } and carry it over, or call.
copy-next-heard = A week has passed since this was acknowledged. You may ask { $to } whether the copy of { $number } has been destroyed.
copy-next-held = It is left as it is, neither used nor shared. When the hold is over and it is destroyed, they tell you again. You may ask { $to } at any time.
copy-asked-next = Please look at it and destroy it. A person decides.
copy-asked-held = A legal hold forbids destroying it now. Please leave it as it is; do not use or share it.
next-call-withdrawal = The withdrawal in case { $number } was told { NUMBER($days) } days ago, and { $to } has not acknowledged it. Please call and ask.
next-call-erasure = Destruction { $number } was told { NUMBER($days) } days ago, and { $to } has not acknowledged it. Please call and ask.
next-asked-to-destroy = { $to } says that consent was taken back in { NUMBER($count) ->
    [one] one case. Please look at it and destroy it.
   *[other] { NUMBER($count) } cases. Please look at them and destroy them.
    }

## Words of the pages

send-answers = It tells what became of { NUMBER($count) ->
    [one] one part
   *[other] { NUMBER($count) } parts
    } that they asked to be destroyed.
copies-title = Who has a copy
copies-none = No word of this case has left this computer.
copies-not-whole = What other computers of this center sent stands in their own books. A withdrawal or a destruction is told by whichever sends next.
copy-of-withdrawn = Withdrawal in case { $number }
copy-of-erased = Destruction { $number }
copy-of-gone = Withdrawal in a case that is not here now
copy-has = has it since { MOMENT($ms) }
copy-said = told { MOMENT($ms) }
copy-heard = acknowledged { MOMENT($ms) } (receipt { $receipt })
carried-title = Bundles that carried this case
carried-made = sealed { MOMENT($ms) }
carried-laid = carried over { MOMENT($ms) }
carried-more = { NUMBER($count) } earlier bundles
answers-title = Withdrawals and destructions that are not settled yet
answers-case = See consent
answers-case-name = Case { $number }, { $to }: see consent
answers-asked = { $to } asks: destroy case { $number }
answers-asked-on = told us { MOMENT($ms) } that consent was taken back
erased-copies = Who had a copy
left-nothing-by-hand = Nothing left on paper or as a file; bundles stand above.
