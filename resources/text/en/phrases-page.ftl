## Settings · words of papers

settings-phrases = Words of papers
template-sample = Sample of phrases
template-fact-count = number of actions
template-fact-period = period
phrases-title = Words of papers
phrases-help = Titles, headings, and the sentences that begin and end a paper can be put in the center’s own words. Numbers, rules of counting, consent, and what the law wants said do not change. Papers already issued stay as they are.
phrases-locked = A supervisor decides the wording. Here it can only be read.
phrases-closed = This role sees no content of cases, so the words of papers are not shown.
phrases-kind-own = { $kind } · { NUMBER($count) }
phrases-kind-own-name = { $kind }, { NUMBER($count) } in own words
phrases-language = Language of the phrases
phrases-version = A paper issued now keeps this edition of its words: { $version }
phrases-sample = Preview
phrases-sample-note = This is how the phrases look. Nothing of a case is in it; where “…” stands, records will.
phrases-save = Save phrases as a file
phrases-take = Take phrases from a file
phrases-take-filter = File of phrases (*.json)
phrases-taken = { $count ->
    [0] No phrase changed.
    [one] One phrase changed.
   *[other] { NUMBER($count) } phrases changed.
    }
phrases-default = Program’s words
phrases-own = Own words
phrases-own-none = The program’s words are used.
phrases-chosen = { $who }, { $on }
phrases-change = Change
phrases-change-name = Change: { $words } ({ $at })
phrases-reset = Reset
phrases-reset-name = Reset: { $words } ({ $at })
phrases-sheet = Change a phrase
phrases-facts = These values have to stay in the phrase. Press one to put it where the cursor is.
phrases-fact-name = Put in: { $fact }
phrases-room = Room left: { NUMBER($left) } (a Korean syllable takes two)
phrases-room-over = { NUMBER($over) } too many. Please shorten it.
phrases-post-hint = With only “-” that sign-off box is not drawn.
phrases-look = See it on paper
phrases-keep = Save
phrases-kept = The phrase was changed.
phrases-reset-done = The program’s words are used again.
phrases-undo = Undo
phrases-page-name = Sample of phrases, page { NUMBER($page) }
