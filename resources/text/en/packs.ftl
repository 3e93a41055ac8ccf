### Forms and code lists: what is seen before installing, and what was installed

packs-from-program = Came with the program
packs-from-library = From the library ({ $who }) · { $by } · { $at }
packs-from-stick = From a stick ({ $who }) · { $by } · { $at }

packs-state-fits = It can be installed. In use now: { $now }
packs-state-same = This version is here already. In use now: { $now }
packs-state-older = Version { $version } is older than { $now }, which is in use, so it is not installed.
packs-state-other = Something else is here already under version { $version }, so it is not installed.

packs-new = Asked anew: { $label }
packs-gone = No longer asked: { $label }. Answers given before stay.
packs-moved = Stands elsewhere: { $label }
packs-words = Worded otherwise: { $label } (before: { $before })
packs-kind = Answered otherwise: { $label }
packs-when = Asked under other conditions: { $label }
packs-kept = Kept elsewhere: { $label }
packs-kept-core = What is typed is kept with the basic facts, which others may receive: { $label }. If it asks for a name or a way to reach somebody, do not install it and ask the central desk.
packs-lost-place = No longer written to the register: { $label }
packs-codes-new = New answers: { $label } — { $codes }
packs-codes-lost = Answers no longer offered: { $label } — { $codes }
packs-codes-words = Answers worded otherwise: { $label } — { $codes }
packs-note = The author’s check says: { $words }
packs-open = { $count ->
    [one] One interview under way or paused goes on with the version it began with.
   *[other] { $count } interviews under way or paused go on with the version they began with.
    }
packs-no-field = { $label }: the register of this program has no field for it; the answer stays in the interview only.
packs-no-code = { $label }: some answers are on no code list ({ $codes }). Install the code lists first; until then such an answer stays in the interview only.
packs-list-closed = Rules of the program and tables of statistics hang on the list “{ $name }”: it is left out.
packs-list-lost = { $count ->
    [0] No longer offered: { $label } — { $codes }. No record says so.
    [one] No longer offered: { $label } — { $codes }. One record that says so stays readable.
   *[other] No longer offered: { $label } — { $codes }. { NUMBER($count) } records that say so stay readable.
    }
packs-question-lost = { $form }, “{ $label }”: no longer offered: { $codes }

packs-titled = { $title }, version { $version }
packs-program = what came with the program
packs-none = none
