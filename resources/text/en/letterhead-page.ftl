## Settings · the center on papers

settings-letterhead = Center on papers
letterhead-title = What papers say of the center
letterhead-help = The number and the address of the center itself, never a counselor’s own. What is left empty is an empty line on the paper. Papers for a court carry the center’s name and none of what follows. These are settings of this laptop.
letterhead-locked = This role cannot change it. Counselors, supervisors and IT can.
letterhead-number = Registration number
letterhead-number-where = Stands on the statutory request for deletion.
letterhead-address = Address
letterhead-address-where = Stands on requests for deletion, applications, powers of attorney and withdrawals.
letterhead-phone = Telephone
letterhead-phone-where = Stands on the same papers and on the report of results.
letterhead-email = E-mail
letterhead-email-where = Stands on the same papers and on the report of results.
letterhead-keep = Save
letterhead-kept = From the next paper on it is said so.
