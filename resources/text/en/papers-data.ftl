# The page of papers: what stands in one, and what is covered

papers-field-without = What goes in
papers-without-said = { $count ->
    [0] All of it goes in.
    [one] One part is left out. What is left out is listed inside only.
   *[other] { NUMBER($count) } parts are left out. What is left out is listed inside only.
    }
papers-without-open = Choose what goes in
papers-without-shut = Fold
papers-records-all = Unless some are chosen, all of them go in.
papers-field-hide = Words to cover
papers-field-hide-hint = One in a line. Wherever it stands, it becomes [left out]. What is typed here is kept nowhere.
papers-field-purpose = What it is given for
papers-field-purpose-hint = Unless chosen, it follows the body or the court that receives it.
papers-purpose-none = Not chosen
papers-field-victim-name = Name in the victim’s line (pseudonym)
papers-field-words-hers = The victim’s words
papers-field-words-hers-hint = Only what she said, exactly. Left empty, there is a space to write by hand.
papers-field-words-law = Ground for giving without consent
papers-field-words-law-hint = Only where she did not agree to this receiver and a law has it given. It is not printed.

## What is covered

papers-redactions = { $count ->
    [one] One thing this paper does not say
   *[other] { NUMBER($count) } things this paper does not say
    }
papers-redactions-open = See what is covered
papers-redactions-title = What is covered
papers-redactions-note = This list stays inside the center and is printed nowhere. It is for the day a court asks what was left out.
papers-redactions-draft = This paper is not issued yet. Once it is, the list of that moment is kept with it.
papers-redactions-none = Nothing was left out and nothing was covered.
