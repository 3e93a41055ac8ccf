## Forms · words of all of them

paper-form-edition = Form, edition { $edition }
paper-form-edition-number = 1
paper-form-center = Center
paper-form-case = Case number
paper-form-name = Name (may be another)
paper-form-birth = Year of birth
paper-form-ways = How to tell you
paper-form-way-phone = Telephone
paper-form-way-text = Message
paper-form-way-email = E-mail
paper-form-way-visit = Visit
paper-form-way-none = Do not tell
paper-form-contact = Contact
paper-form-hours = When we may call
paper-form-instead = Whom to call instead
paper-form-cares = Please observe
paper-form-care-no-text = Leave no text message
paper-form-care-no-voice = Leave no voice message
paper-form-care-shared = The phone or device is shared
paper-form-care-no-name = Do not say the center's name
paper-form-office = Hand in at
paper-form-office-address = Address
paper-form-office-phone = Telephone
paper-form-office-email = E-mail

## Deletion-support application

paper-application-title = Application for deletion support
paper-application-lead = It costs nothing. Leave empty what you do not know.
paper-application-who = Who applies
paper-application-asks = Name
paper-application-relation = Relation to the victim
paper-application-paper = Papers to bring
paper-application-whom = Who brings them
paper-application-state-filed = Filed
paper-application-state-seen = Shown
paper-application-state-missing = Not yet
paper-application-paper-id = Copy of the applicant's identity card
paper-application-paper-relation = Proof of relation (family certificate, etc.)
paper-application-paper-power = Power of attorney in the victim's own hand
paper-application-paper-victim-id = Copy of the victim's identity card
paper-application-whom-id = Every applicant
paper-application-whom-relation = Spouse, lineal relative, sibling
paper-application-whom-power = Agent
paper-application-whom-victim-id = Agent
paper-application-masked = Cover the back part of the resident number on every copy. The center does not take resident numbers (Enforcement Rule of the Sexual Violence Prevention Act, art. 2-6 (3)).
paper-application-child = Child and youth sexual exploitation material may be supported without waiting for an application or papers (Sexual Violence Prevention Act art. 7-3 (3)).
paper-application-what = What has to be deleted
paper-application-material-art14 = A recording or its copy (also where you recorded it yourself and it was spread)
paper-application-material-art14-2 = Edited or synthetic material or its copy (deepfake, etc.)
paper-application-material-csam = Sexual recordings of somebody under 19 (child and youth exploitation material)
paper-application-material-pii = Identity details (name, face, age, school, workplace, address, etc.)
paper-application-material-unsure = Not sure
paper-application-addresses = Addresses of postings (URL)
paper-application-in-annex = Addresses of postings (URL): { NUMBER($count) } { $count ->
    [one] is in the annex
   *[other] are in the annex
  }. If there are more, write them below.
paper-application-annex = { $count ->
    [one] Annex: { NUMBER($count) } address of a posting
   *[other] Annex: { NUMBER($count) } addresses of postings
}
paper-application-number = No.
paper-application-address = Address
paper-application-keywords = Search words, titles, accounts
paper-application-brought = What you bring
paper-application-original = Do not delete original pictures and chats, and keep the device as it is. If you do not know an address, where and when you saw it is enough.
paper-application-covers = What deletion support does
paper-application-covers-asks = We ask operators and the review body to delete it, and check what became of it. Your name and contact are not in the request.
paper-application-covers-again = After a deletion we look on set days whether it came back, and ask again.
paper-application-covers-limits = We cannot promise that all of it is deleted. What could not be deleted, we tell you as it is.
paper-application-covers-stop = Nothing is done that you do not want, and you may stop it at any time (Sexual Violence Prevention Act art. 24).
paper-application-covers-keep = Records are kept as long as the law says (permanently, 10 years, 5 years). If you ask for it they are destroyed at once, but for what the law makes us keep (Enforcement Rule art. 2-6 (4)).
paper-application-told = How to tell you about results
paper-application-applies = I apply for deletion support as above.
paper-application-sign-applicant = Applicant
paper-application-sign-counselor = Received by (counselor)

## Power of attorney

paper-power-title = Power of attorney
paper-power-lead = For leaving deletion support to somebody else (Enforcement Rule of the Sexual Violence Prevention Act, art. 2-6 (3)).
paper-power-giver = Who gives it (the victim)
paper-power-agent = Who acts (the agent)
paper-power-name = Name
paper-power-relation = Relation to the victim
paper-power-contact = Contact
paper-power-scope = What is given
paper-power-scope-apply = Applying for deletion support
paper-power-scope-bring = Handing in addresses and material
paper-power-scope-hear = Hearing results, taking the report
paper-power-scope-more = Adding postings found later
paper-power-scope-stop = Stopping the support
paper-power-scope-destroy = Asking for records to be destroyed
paper-power-scope-other = Anything else
paper-power-scope-note = What is not ticked is not given.
paper-power-period = For how long
paper-power-how-long = Period
paper-power-until-end = Until this support ends
paper-power-until-day = Until the day written below
paper-power-from = From
paper-power-to = Until
paper-power-revoke = It may be taken back at any time, in words or in writing.
paper-power-hand = In your own hand
paper-power-hand-lead = The victim has to write and sign in this frame by hand. The center never fills it in. Copy the following sentence, or write one that means the same.
paper-power-hand-words = “I leave to the person above what is ticked above.”
paper-power-signature = Signature
paper-power-with = Papers to bring
paper-power-with-victim-id = Copy of the victim's identity card
paper-power-with-agent-id = Copy of the agent's identity card
paper-power-with-masked = Cover the back part of the resident number on every copy. The center does not take resident numbers.
paper-power-office = For the center
paper-power-by = Handwriting
paper-power-by-pen = With a pen on paper
paper-power-by-stylus = With a stylus on a screen
paper-power-way = Confirmed with the victim
paper-power-way-face = In person
paper-power-way-phone = By telephone
paper-power-way-other = Otherwise
paper-power-id = Copies of cards
paper-power-seen-masked = Seen: the back part of the resident number is covered
paper-power-checked = Checked by (counselor)

## Withdrawal and destruction request

paper-withdrawal-title = Withdrawal of consent, destruction of records
paper-withdrawal-lead = You need give no reason. Tick only what you want.
paper-withdrawal-who = Who asks
paper-withdrawal-name = Name (may be another)
paper-withdrawal-asks = As
paper-withdrawal-asks-self = The person herself or himself
paper-withdrawal-asks-guardian = Legal guardian
paper-withdrawal-asks-requester = Who applied for deletion support
paper-withdrawal-asks-agent = Authorised agent
paper-withdrawal-wanted = What is asked for
paper-withdrawal-consents = I take back my consent to
paper-withdrawal-destroy = Please destroy
paper-withdrawal-part-whole = All records and material of this case
paper-withdrawal-part-identity = What says who I am (name, contact, etc.)
paper-withdrawal-part-narrative = What I told, and the counselling records
paper-withdrawal-other = Anything else
paper-withdrawal-effects = What destruction means
paper-withdrawal-final = It cannot be undone. Nobody can bring records back that were destroyed.
paper-withdrawal-effect-results = Results of deletion support cannot be shown again, and no report can be made again.
paper-withdrawal-effect-again = Nobody looks any more whether postings came back. If you apply again, we have to ask from the beginning.
paper-withdrawal-effect-court = It stands in no paper from then on. Numbers of papers handed in already stay as they were on that day.
paper-withdrawal-effect-stays = A number and a date of the destruction and the access log stay. Neither your name nor what you told is in them.
paper-withdrawal-effect-backup = Backups that lie elsewhere hold it until they are destroyed; when one is restored, the same is destroyed again. Sheets that were printed are looked for and shredded by the center.
paper-withdrawal-kept = What the law makes us keep
paper-withdrawal-kept-lead = Records and evidence that another law makes us keep may not be destroyed (Sexual Violence Prevention Act art. 7-3 (3), Personal Information Protection Act art. 21 (1)). If there are any, the center writes them below.
paper-withdrawal-kept-what = What is kept
paper-withdrawal-kept-law = By which law
paper-withdrawal-kept-until = Until when
paper-withdrawal-kept-evidence = Material marked to be kept as evidence
paper-withdrawal-kept-hold = Records of the case marked to be kept
paper-withdrawal-law-evidence = Sexual Violence Prevention Act art. 7-3 (3)
paper-withdrawal-gone = What has left already
paper-withdrawal-gone-lead = Whoever received it is asked to destroy it, and the answer is noted. What courts and investigators have may not come back.
paper-withdrawal-gone-receiver = Received by
paper-withdrawal-gone-on = Left on
paper-withdrawal-gone-means = By
paper-withdrawal-gone-recall = Recall
paper-withdrawal-told = How to tell you what was done
paper-withdrawal-proof = Certificate
paper-withdrawal-certificate = I want the certificate of destruction
paper-withdrawal-asked = I ask for the above.
paper-withdrawal-days = Within 10 days of receiving this we tell you what was done, or what could not be done and by which law.
paper-withdrawal-sign-asking = Who asks
paper-withdrawal-sign-counselor = Received by (counselor)
paper-withdrawal-sign-approved = Approved by

## What a preview tells

paper-missing-center-address = The center's address is not in the settings. Its line stays empty.
paper-missing-center-phone = The center's telephone is not in the settings. Its line stays empty.
paper-missing-center-email = The center's e-mail is not in the settings. Its line stays empty.
paper-warning-form-contact = Contacts are never filled in. The lines are left for the person to write how she may safely be reached.
paper-warning-form-not-agent = No agent is noted in this case. The lines for one stay empty.
paper-warning-form-against-will = The victim of this case said that she does not want deletion support (Sexual Violence Prevention Act art. 24).
paper-warning-form-held = Something of this case is marked to be kept. Look at the mark before anything is destroyed.
paper-warning-form-many = Of { NUMBER($all) } addresses only { NUMBER($count) } are in the annex. Keep the rest on a list of its own.

## Parts that may be left out of a form

paper-part-name = name
paper-part-requester = who asks
paper-part-papers = papers seen
paper-part-materials = kinds of material
paper-part-addresses = addresses of postings
paper-part-cares = how to reach her safely
paper-part-consents = what was agreed to
paper-part-gone = what has left
