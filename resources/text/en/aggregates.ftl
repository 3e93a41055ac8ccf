## Centers' counts for the country
aggregate-title = Sum of what centers counted (duplicates not removed)
aggregate-note = These are the sums of what each center counted itself. Somebody supported by two centers is counted twice. The cases on this desk are not added.
aggregate-missing = Centers without numbers: { $names }
aggregate-older = Not added: the same center sent newer numbers for this period.
aggregate-coming = Not added: its tables have not all arrived yet.
aggregate-stranger = Not added: it came in the name of another center.
aggregate-edition = Not added: it was counted by another edition of the rules or tables.
aggregate-unsound = Not added: its sums do not fit, or it has values that nobody can count. Please ask the center that sent it.
setting-send-counts = Send counts along to the central desk
aggregate-whole-years = Centers send the counts of whole years. Choose one year, and what was sent is added.
aggregate-counts = Added.
aggregate-column-center = Center
aggregate-column-made = Made on
aggregate-column-cases = Cases
aggregate-column-state = State
