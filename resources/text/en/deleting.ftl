# Deletion support: reasons, papers, notices. The words of its screen are in the screen's own file.

not-address-empty = The line is empty
not-address-words = These are words, not an address
not-address-spaces = There is a space inside the address
not-address-scheme = This is not a web address
not-address-host = The name of the site cannot be read
not-address-account = This is an e-mail address or an account
not-address-too-long = The address is too long (2,000 letters at most)

delete-wish-refused = The person does not want deletion. No request goes out (Sexual Violence Prevention Act, Art. 24).
delete-wish-refused-csam = The person does not want deletion. Exploitation material may be deleted without a request, so please ask again together with a supervisor before anything goes out (Art. 24, Art. 7-3 (3)).
delete-consent-refused = The consent to deletion support was refused or taken back. No request goes out.
delete-consent-refused-csam = The consent to deletion support was refused or taken back. Exploitation material may be deleted without consent or request (Art. 7-3 (3)). Please tell the person first, and speak with a supervisor.
delete-third-needs-papers = A third party may ask only as an agent: with a hand-signed power of attorney and a copy of the person's identity card (Rule 2-6 (3)).

delete-wish-on-hold = The person has put the decision off. Please ask before anything goes out.
delete-wish-unasked = Nobody has asked yet whether deletion is wanted.
delete-nobody-asks = Nobody has said yet who makes the request.
delete-papers-missing = Some papers have not arrived yet. Requests can go out; the papers can follow.
delete-papers-can-wait = This material waits for no papers. Ask at once, and keep it as evidence (Art. 7-3 (3)).

deleting-paper-id = Identity card of whoever asks
deleting-paper-relation = Proof of the relation
deleting-paper-power = Hand-signed power of attorney
deleting-paper-victim-id = Copy of the person's identity card

mark-skipped-not-here = Skipped: not a posting of this case
mark-skipped-already-away = Skipped: the posting is gone already
mark-skipped-not-requested = No result was noted: nothing was requested
mark-skipped-before-request = Skipped: the result is dated before the first request
mark-skipped-was-not-away = Not noted as live again: it was never gone
mark-skipped-live-again = If a removed posting can be seen again, please mark it ‘live again’
mark-skipped-nothing-to-tell = Skipped: there is no result to tell yet

progress-pasting = Reading the pasted addresses
progress-adding = Writing the addresses down
progress-marking = Marking the postings

next-recheck = { $alias } · { $count } posting(s) to look at again

setting-recheck-days = Days after which postings are looked at again
setting-recheck-every = Days between later looks
setting-center-phone = Telephone on request forms
setting-center-email = E-mail on request forms
setting-center-address = Postal address on request forms
setting-center-number = Registration number of the center

deleting-csv-url = Address
deleting-csv-site = Site
deleting-csv-platform = Platform
deleting-csv-found-on = Found on
deleting-csv-requested-on = Last requested on
deleting-csv-requests = Requests
deleting-csv-result = State
deleting-csv-result-on = In this state since
deleting-csv-next-check = Next look
deleting-csv-restored = Times live again
deleting-csv-reposts = Re-uploads
deleting-csv-police = Police too

deleting-count-cases = Cases
deleting-count-postings = Postings (unique addresses)
deleting-count-requests = Requests
deleting-count-removed = Removed
deleting-count-refused = Refused
deleting-count-blocked = Blocked in Korea
deleting-count-temporary = Temporary measure
deleting-count-delisted = Delisted
deleting-count-gone = Site gone
deleting-count-reappeared = Appeared again
deleting-count-live = Still there

paper-request-title = Report and request for removal
paper-request-lead = Illegally filmed material · Telecommunications Business Act, Article 22-5 (1)
paper-request-number = Document no.
paper-request-asks = Requesting body
paper-request-id-number = Registration number
paper-request-phone = Telephone
paper-request-email = E-mail
paper-request-postal = Postal address
paper-request-to = To the operator
paper-request-kind = Kind
paper-request-report = Report
paper-request-delete = Request for removal
paper-request-reason = Reason
paper-request-filmed = Illegally filmed material
paper-request-edited = Falsified material
paper-request-child = Child or youth sexual exploitation material
paper-request-where = { $count } address(es) reported
paper-request-in-annex = The { $count } addresses are listed in the annex. No screenshots are enclosed.
paper-request-annex = Annex · { $count } addresses
paper-request-no = No.
paper-request-address = Address (URL)
paper-request-found = Found on
paper-request-notice = Where it is hard to tell whether the material falls under the Act, the operator may ask for deliberation, and this request may then be passed on to the deliberating body. The name and contact of the person concerned are not stated. Please write to the requesting body.
paper-request-declares = Under Article 22-5 (1) of the Telecommunications Business Act and Article 30-5 of its Enforcement Decree, we report the above material and ask for its removal or for access to it to be blocked.
paper-request-day = Date of request
paper-request-signs = Requesting body
paper-request-officer = Officer in charge
paper-request-seal = Signature or seal
