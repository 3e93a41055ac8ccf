### The guideline as data: which edition is in use, who checked it

guideline-verified = It says that the lawyer { $name } compared it with the original on { $day }.
guideline-unverified = No lawyer has checked this edition yet. Every page of an opinion says so.
guideline-came-along = This edition came with the program. The central desk has not signed it.
guideline-not-in-force = This edition is in force from { $day }.
guideline-set-aside = { NUMBER($count) ->
    [one] One fact that this program does not know is
   *[other] { NUMBER($count) } facts that this program does not know are
    } left out: { $names }

guideline-kind-special-act-aggravating = Special factor · act · aggravating
guideline-kind-special-actor-aggravating = Special factor · actor · aggravating
guideline-kind-general-aggravating = General factor · aggravating
guideline-kind-special-act-mitigating = Special factor · act · mitigating
guideline-kind-special-actor-mitigating = Special factor · actor · mitigating
guideline-kind-general-mitigating = General factor · mitigating
guideline-kind-probation-negative = Probation · against it
guideline-only-for = only for { $crimes }
guideline-not-for = not for { $crimes }
guideline-mitigating = mitigating
