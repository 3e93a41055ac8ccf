## Figures · units

figure-unit-persons = people
figure-unit-cases = cases
figure-unit-actions = actions
figure-unit-addresses = addresses
figure-unit-kinds = kinds
figure-counted-persons = { $value ->
    [one] { NUMBER($value) } person
   *[other] { NUMBER($value) } people
}
figure-counted-cases = { $value ->
    [one] { NUMBER($value) } case
   *[other] { NUMBER($value) } cases
}
figure-counted-actions = { $value ->
    [one] { NUMBER($value) } action
   *[other] { NUMBER($value) } actions
}
figure-counted-addresses = { $value ->
    [one] { NUMBER($value) } address
   *[other] { NUMBER($value) } addresses
}
figure-counted-kinds = { $value ->
    [one] { NUMBER($value) } kind
   *[other] { NUMBER($value) } kinds
}
figure-one-persons = person
figure-one-cases = case
figure-one-actions = action
figure-one-addresses = address
figure-one-kinds = kind
figure-one-centers = center
figure-counted-centers = { $value ->
    [one] { NUMBER($value) } center
   *[other] { NUMBER($value) } centers
}

## Frozen figures and now

figure-other-rule = The counting rule has become { $rule }.
figure-other-rows = Records were added or destroyed since then.
figure-other-people = A decision about the same victim changed since then.

## While it counts

progress-figures = Counting
