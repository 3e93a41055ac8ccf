### How a candidate for the same person stands

matches-state-new = Newly found
matches-state-hold = On hold
matches-state-second = Waits for a second person
matches-state-second-not = Not the same, waits for a second person
matches-state-second-seen = Seen before, waits for a second person
matches-state-done = Decided
matches-state-reopened = To be looked at again
matches-state-withheld = Not proposed
progress-likenesses = Comparing records that may be alike
progress-recognising = Putting identifiers in order so that they can be found
