### How a candidate for the same person stands

matches-state-new = Newly found
matches-state-hold = On hold
matches-state-second = Waits for a second person
matches-state-second-not = Not the same – to be confirmed
matches-state-second-seen = Seen before – to be confirmed
matches-state-done = Decided
matches-state-reopened = To be looked at again
matches-state-withheld = Not proposed
matches-shaken-objection = A center answered that this connection is not right.
matches-shaken-case = The case of one side was destroyed, or is shared no longer.
matches-shaken-record = A record that the decision rested on was removed.
matches-shaken-withheld = Something does not fit now, so they would not be proposed.
matches-shaken-weak = What is left now would hardly be called alike.
progress-likenesses = Comparing records that may be alike
progress-recognising = Putting identifiers in order so that they can be found
