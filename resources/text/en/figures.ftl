## Figures · units

figure-unit-persons = people
figure-unit-cases = cases
figure-unit-actions = actions
figure-unit-addresses = addresses
figure-unit-kinds = kinds

## Frozen figures and now

figure-other-rule = The counting rule has become { $rule }.
figure-other-rows = Records were added or destroyed since then.
figure-other-people = A decision about the same victim changed since then.

## While it counts

progress-figures = Counting
