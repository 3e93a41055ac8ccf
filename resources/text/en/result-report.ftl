## Deletion-support result report · read by the person herself. Plain words, no blame, no promise.

paper-result-title = Deletion-support result report
paper-result-for-her = For the person herself
paper-result-greeting = This tells you what we have done so far to have the material removed. You do not have to read it all at once.
paper-result-about = Case number
paper-result-period = Time of support
paper-result-ground = Basis of support
paper-result-as-of = As of
paper-result-outcomes = What became of the addresses
paper-result-nothing = No address has been found and no request has been sent yet.
paper-result-words = “Requests” is how often removal was asked for; the others are addresses. “Blocked” means that an address no longer opens in Korea; it is not removed.
paper-result-again = Found again, and details that stood beside it
paper-result-left = Addresses that are still there
paper-result-none-left = No address is known to be still there.
paper-result-many = { NUMBER($count) }
paper-result-onward = What comes next
paper-result-next = Next day we look
paper-result-reach = How to reach us
paper-result-officer = Who helps you
paper-result-questions = You can ask us anything, at any time. If you have seen a new address, please tell us. We will look into it.
paper-result-withdraw = You can ask us to stop, or to destroy your records. Tell us, and we explain how; if the law says that something must be kept, we tell you that too.
paper-result-lines = There are places to talk when we are closed: Women's Emergency Hotline 1366 (24 hours), suicide prevention line 109.
paper-result-addresses = List of addresses
paper-result-alone = This list has addresses in it. Please keep it for yourself; if you do not need it, you can give it back to us. You do not have to open any of them.
paper-result-no-addresses = There is no address to list.
paper-result-not-listed = There are many addresses; not listed here: { NUMBER($count) }. We can tell you about them.
paper-result-address-no = No.
paper-result-address-where = Address
paper-result-address-outcome = Outcome
paper-result-address-on = Seen on

## What is counted

paper-result-by-request = { $ground } (Sexual Violence Prevention Act, art. 7-3(2))
paper-result-by-police = { $ground } (Sexual Violence Prevention Act, art. 7-3(3)1)
paper-result-by-csam = { $ground } (Sexual Violence Prevention Act, art. 7-3(3)2)
paper-result-times = { NUMBER($count) }
paper-result-asked = Requests
paper-result-card-asked = requests to remove
paper-result-card-removed = addresses seen to be removed
paper-result-card-left = addresses still there
paper-result-found-again = Addresses found again after removal: { NUMBER($count) }.
paper-result-asked-again = Requests to remove these: { NUMBER($count) }.
paper-result-removed-again = Of these, seen to be removed: { NUMBER($count) }.
paper-result-leaked = Addresses with details by which somebody can be recognised: { NUMBER($count) }.

## What is known of each address that is left

result-left-found = Found. Not asked for yet.
result-left-prepared = A request is being prepared.
result-left-requested = Removal was asked for; we wait for the result.
result-left-more-info = The site asked for more information.
result-left-delisted = Taken out of search results. The original is still there.
result-left-blocked = It does not open in Korea. It is not removed.
result-left-refused = The site did not do what was asked.
result-left-temporary = Hidden for a time, for 30 days at most.
result-left-deferred = The communications standards commission has yet to decide.
result-left-reuploaded = Seen to be uploaded again elsewhere.
result-left-restored = Seen to be there again at the same address.

## What the preview says

paper-missing-reach = The center's telephone and e-mail are empty. What is written in the settings stands in the report.
paper-missing-ground = The basis of support is empty.
paper-missing-next-check = No next day for a check is set.
paper-warning-training = A training case is not counted. Every number of this report is 0.
paper-warning-name = The victim's name stands in it. The case number alone is enough.
paper-warning-shared-device = She said that she shares a device with others. Please ask first how she wants to receive this.
paper-warning-addresses = It has a list of addresses. Please make sure that she wants it and can keep it for herself.
paper-warning-overdue = Addresses whose day of the check has passed: { NUMBER($count) }.
