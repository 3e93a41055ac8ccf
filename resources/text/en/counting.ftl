## Tables of the yearly report

counting-table-t1 = Victims supported
counting-table-t2 = Victims by age
counting-table-t3-sex = Kinds of harm by sex
counting-table-t3-sex-annex = Kinds of harm (regional) by sex
counting-table-t3-age = Kinds of harm by age
counting-table-t3-age-annex = Kinds of harm (regional) by age
counting-table-t4 = Relation to the perpetrator
counting-table-t5 = Support by kind and month
counting-table-t5-annex = Support (regional) by kind and month
counting-table-t6 = Deletion support by platform
counting-table-t6-annex = Deletion support by platform (told apart)
counting-table-t6-addresses = Addresses by platform
counting-table-t6-addresses-annex = Addresses by platform (told apart)
counting-table-t7 = Deletion support by basis
counting-table-t7-checks = Requests and checks by basis
counting-table-t8 = Deletion support where identity details leaked
counting-table-t8-addresses = Addresses where identity details leaked
counting-table-t9 = Victims by route
counting-table-t10 = Found again and removed
counting-table-t11 = Referrals by body
counting-table-t12 = Victims by perpetrator group
counting-table-t12-centers = Centers by perpetrator group
counting-table-t12-actions = Deletion support by perpetrator group

## Sides of a table

counting-axis-sex = Sex
counting-axis-age = Age
counting-axis-relation = Relation
counting-axis-route = Route
counting-axis-since = New or continued
counting-axis-harm = Kind of harm
counting-axis-month = Month
counting-axis-support = Kind of support
counting-axis-body = Body
counting-axis-platform = Platform
counting-axis-outcome = Outcome
counting-axis-basis = Basis
counting-axis-detail = Detail
counting-axis-work = Requests and checks
counting-axis-wave = Course
counting-axis-group = Group

## Names that are in no code list

counting-name-all = All
counting-name-u = Unknown
counting-name-undated = Day unknown
counting-name-new = New
counting-name-open = Under way
counting-name-request = Asked by the person, family or agent
counting-hidden = Hidden
counting-hidden-note = Cells below three people, and cells that would tell them, are not shown.

figure-unit-centers = centers
