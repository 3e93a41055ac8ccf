### Why two may be one person. Nothing here is certain.

match-says-same = Same { $kind } { $value }{ $count ->
    [0] {""}
    [one] {" "}(also in 1 other record)
   *[other] {" "}(also in { NUMBER($count) } other records)
}
match-says-more = Same { $kind }: { NUMBER($count) } more
match-says-mention = A title or watermark names an account of the other side: { $value }
match-says-in-words = A watermark stands inside a title of the other side: { $value }
match-says-cross-site = The same name on another service: { $value } (may be another account)
match-says-near = Similar letters: { $kind } { $value } (one letter apart, may be another)

match-says-shared = Used by several people, so it is no evidence: { $kind } { $value }{ $count ->
    [0] {""}
    [one] {" "}(also in 1 other record)
   *[other] {" "}(also in { NUMBER($count) } other records)
}
match-says-other-time = The times do not fit: same { $kind } { $value }, seen at times far apart
match-says-other-id = Same { $kind } { $value }, but the numeric ids differ

match-says-age = The ages stated are close
match-says-region = The region stated is the same
match-says-approach = The way of approach is the same
match-says-mask-fits = The visible part of the masked { $kind } fits

match-says-other-name = The names differ
match-says-mask-differs = The visible part of the masked name differs
match-says-other-age = The ages are more than 9 years apart
match-says-other-region = The region stated is another

## Why something alike is not proposed

match-withheld-shared = Not proposed: the value is used by several people.
match-withheld-other-time = Not proposed: it was seen at times far apart.
match-withheld-other-id = Not proposed: the numeric ids differ. The name may have passed to somebody else.
match-withheld-one-case = Not proposed: both were noted as different people in one case.
match-withheld-not-same = Not proposed: they were decided to be different people.
