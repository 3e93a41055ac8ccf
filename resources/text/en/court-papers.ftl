## Papers for outside · words of all of them

paper-approval = Sign
paper-approval-made = Officer
paper-approval-team = Team lead
paper-approval-head = Director
paper-attest = We confirm that the above is true.
paper-official-seal = (official seal)
paper-outward = For submission outside
paper-inward = Internal
paper-draft = Draft
paper-court-case = Case
paper-court-accused = Accused
paper-made-by = Made by
paper-checked-by = Checked by
paper-law = Legal basis
paper-counted-until = Counted until
paper-court-left-out = Only cases whose victims agreed to submission to the court are included. Cases without agreement are not included.

## One line of a case

paper-case-label = Case
paper-case-center = Center
paper-case-minor = Minor
paper-case-harms = Kinds of harm
paper-case-period = When
paper-case-addresses = URLs
paper-case-actions = Support

## Support performance

paper-performance-title = Support for victims of digital sexual crime
paper-performance-lead = { $period }
paper-performance-cases = Support by case
paper-performance-cases-note = Cases have pseudonyms. A case confirmed to be of the same victim names the other after =.
paper-performance-harms = Kinds of harm
paper-performance-support = Kinds of support
paper-performance-months = Deletion support by month
paper-performance-method = Counting rules and limits
paper-performance-limits = No official text defines one deletion support. The rules below were used; counted again by the same rules at the same position, the numbers are the same. Only decisions that two persons confirmed, each by themselves, were used for who is the same person.
paper-performance-sources = Sources and verification
paper-bars-requests = Deletion support
paper-bars-removed = Removed

## Numbers and what they rest on

paper-basis = Counting rules { $rules } · query { $query }
paper-card-minors = { NUMBER($count) } of them minors
paper-card-asked = first { NUMBER($first) } · repeated { NUMBER($again) }
paper-card-of = { $count ->
    [one] of { NUMBER($count) } address
   *[other] of { NUMBER($count) } addresses
}
paper-table-note = Unit: { $unit }. Counting rule { $rule }.
paper-source-position = Position in the ledger
paper-source-query = Hash of the query
paper-source-centers = Centers
paper-yes = yes

## What a preview tells

paper-missing-case-number = The court's case number is empty.
paper-missing-accused = The accused is empty.
paper-missing-checked-by = Nobody is named who checked it.
paper-warning-doubtful = “{ $name }”: { NUMBER($count) } { $count ->
    [one] is doubtful and was not added.
   *[other] are doubtful and were not added.
  }
paper-warning-guideline = No lawyer has compared this edition of the guideline yet. Compare the wording of the factors with the official text before you submit it.

## Annex · deletion support in detail

paper-annex-title = Annex: deletion support in detail
paper-annex-lead = Deletion support by case and day: { NUMBER($count) } in all.
paper-annex-number = No.
paper-annex-case = Case
paper-annex-platform = Platform
paper-annex-address = Address
paper-annex-done = Done on
paper-annex-kind = Action
paper-annex-outcome = Result
paper-annex-what = Action, result

## Written opinion

paper-opinion-title = Written opinion
paper-opinion-by = Submitted by
paper-opinion-nature = Nature of the harm
paper-opinion-factors = Facts related to each factor of the guideline
paper-opinion-factors-note = Only facts that can be counted or dated from the records. Whether a factor is met is not said.
paper-opinion-factor = Factor
paper-opinion-related = Related facts
paper-opinion-no-facts = These records have nothing to say to it.
paper-opinion-spreading = What came back, and what is still there
paper-opinion-conclusion = Conclusion
paper-opinion-attached = Attached
paper-opinion-submitted = We submit this opinion.
paper-guideline-unverified = No lawyer has compared the wording of these factors with the official text yet.
paper-guideline-short = guideline not checked
paper-guideline-named = { $name } (adopted { $edition }, in force { $force })

## Related facts

fact-victims = { $count ->
    [one] { NUMBER($count) } confirmed victim
   *[other] { NUMBER($count) } confirmed victims
}
fact-minors = { NUMBER($count) } under 19 when it happened
fact-under-14 = { NUMBER($count) } under 14 when it happened
fact-again = { $count ->
    [one] { NUMBER($count) } address came back after removal
   *[other] { NUMBER($count) } addresses came back after removal
}
fact-open = { $count ->
    [one] { NUMBER($count) } address not ended yet
   *[other] { NUMBER($count) } addresses not ended yet
}
fact-refused = { $count ->
    [one] { NUMBER($count) } address that operators did not remove
   *[other] { NUMBER($count) } addresses that operators did not remove
}
fact-leaked = identity details stood beside { NUMBER($count) } of { NUMBER($of) } { $of ->
    [one] address
   *[other] addresses
  }
fact-medical = { $count ->
    [one] { NUMBER($count) } case went on to medical support
   *[other] { NUMBER($count) } cases went on to medical support
}
fact-period = it happened from { $first } to { $last } ({ $length })
fact-uploads = first uploaded on { $first }, last on { $last } ({ $length })
fact-centers = { $count ->
    [one] { NUMBER($count) } center gave support
   *[other] { NUMBER($count) } centers gave support
}
fact-channels = { $count ->
    [one] { NUMBER($count) } channel of contact was used
   *[other] { NUMBER($count) } channels of contact were used
}
fact-sites = { $count ->
    [one] uploaded to { NUMBER($count) } site
   *[other] uploaded to { NUMBER($count) } sites
}
fact-harms = kinds of harm: { $kinds }
fact-months = { $months ->
    [one] { NUMBER($months) } month
   *[other] { NUMBER($months) } months
}
fact-days = { NUMBER($months) } { $months ->
    [one] month
   *[other] months
  }, { NUMBER($days) } { $days ->
    [one] day
   *[other] days
  }
fact-waves = found again after removal in { NUMBER($months) } { $months ->
    [one] month
   *[other] months
  }, most in { $most }: { NUMBER($count) }
