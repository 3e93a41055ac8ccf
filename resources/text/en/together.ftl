### Perpetrators, link notices, words that differ, handovers.

## Perpetrators

prof-title = Perpetrators
prof-list = Perpetrators
prof-list-hint = A name is shown after it was opened.
prof-search = Case number, center or name
prof-none = No link has been confirmed yet.
prof-not-found = Nobody fits what is typed.
prof-quiet = An interview is going on, so nothing is shown. It can be seen when the interview is over.
prof-sits-here = Interview going on
prof-sits-hint = Can be seen when it is over.
prof-pick = Choose one on the left to see the figures.
prof-count-victims = { $count ->
    [one] { $count } victim
   *[other] { $count } victims
}
prof-count-cases = { $count ->
    [one] { $count } case
   *[other] { $count } cases
}
prof-waiting = { $count } to review
prof-picture = Picture
prof-papers = Shared dossier
prof-papers-saved = The dossier was saved.
prof-victims = Victims
prof-confirmed = Confirmed victims
prof-confirmed-rule = Cases confirmed to be one person count once. Links on hold do not count.
prof-least = At least
prof-least-rule = The number if every case that may be the same person were one person.
prof-minors = Minors
prof-minors-rule = People under 19 when they were harmed.
prof-under-14 = Under 14
prof-under-14-rule = People under 14 when they were harmed. They are among the minors.
prof-deletions = Deletion support
prof-split = first { $first } + repeated { $again }
prof-actions = Deletion actions
prof-actions-rule = First requests and repeated requests together. An action noted at two places counts once.
prof-urls = Unique addresses
prof-urls-rule = Addresses that differ. One that two cases share counts once.
prof-removed = Removed
prof-removed-rule = Addresses that are known to be removed now.
prof-blocked = Blocked
prof-blocked-rule = Addresses that cannot be reached from Korea. They are not removed.
prof-refused = Refused
prof-refused-rule = Addresses whose site did not follow the request.
prof-temporary = Temporary
prof-temporary-rule = Addresses under a temporary measure with an end.
prof-open = Open
prof-open-rule = Addresses without a result yet, or not yet requested.
prof-figure-name = { $label } { $count }, press to see the cases
prof-period = Time of harm: { $span }
prof-span = { $first } – { $last }
prof-no-span = unknown
prof-centers = { $count ->
    [one] { $count } center: { $names }
   *[other] { $count } centers: { $names }
}
prof-cases = { $count ->
    [one] { $count } case
   *[other] { $count } cases
}
prof-cases-of = { $why }: { $count ->
    [one] { $count } case
   *[other] { $count } cases
}
prof-all-cases = Show all cases
prof-no-cases = No case is behind this figure.
prof-more-cases = Show { $count } more
prof-column-number = Case
prof-column-center = Center
prof-column-actions = Actions
prof-column-postings = Addresses
prof-not-by-case = This figure is not counted by case. All cases are shown.
prof-minor = Minor
prof-counted-with = Confirmed to be one person: counted with { $number }.
prof-why = Judgement
prof-why-name = Judgement about { $number }
prof-open-name = Open { $number }
prof-marks = { $count ->
    [one] { $count } known identifier
   *[other] { $count } known identifiers
}
prof-no-marks = No identifier is noted.
prof-mark-cases = { $count ->
    [one] { $count } case
   *[other] { $count } cases
}
prof-more-marks = Show { $count } more
prof-contradictions = { $count ->
    [one] At one place it was judged both the same and not the same.
   *[other] At { $count } places it was judged both the same and not the same.
}
prof-contradictions-go = See the judgements
prof-left = No longer included
prof-left-hint = Figures in papers given out before stay as they were then.
prof-same-victim = Same victim
prof-same-victim-keep = Mark
prof-same-victim-kept = Marked as one person. She counts once.
prof-same-victim-hint = When one person went to two centers, she should count once. No record is merged, and it is marked only if she agreed.
prof-pick-case = Choose a case
prof-one-case = First case
prof-other-case = Second case
prof-reason = Grounds
prof-words = More about it
prof-agreed = The victim agreed
prof-two-cases = Choose two different cases.
prof-not-agreed = It can be marked only if she agreed.

## Link notices, working together, handovers

told-title = Notices and requests
told-list = Notices and requests
told-none = There are no notices.
told-pick = Choose one on the left to read it.
told-filter-all = All
told-filter-new = New
told-filter-requests = Joint work
told-filter-handovers = Handovers
told-own-request = Our request
told-handover = Handover
told-way = { $one } → { $other }
told-state-new = New
told-state-recalled = Recalled
told-state-arrived = Received
told-state-on-its-way = On its way
told-confirmed = { $count ->
    [one] The suspect of { $number } was confirmed to be the same person as the suspect of { $count } case of { $center }.
   *[other] The suspect of { $number } was confirmed to be the same person as the suspect of { $count } cases of { $center }.
}
told-by-two = Confirmed by two people on { $day }.
told-by-one = Confirmed on { $day }.
told-open-case = View the case
told-open-case-name = View the case { $number }
told-why = Grounds
told-why-hint = Of what this center noted, these were found in other cases too.
told-why-there = These are values that center noted itself.
told-more-lines = { $count ->
    [one] There is one more ground like these.
   *[other] There are { $count } more grounds like these.
    }
told-no-lines = It was confirmed on other grounds than identifiers of this center. The counselor there can be asked.
told-contact = Counselor at { $center }
told-no-contact = No contact is known yet. The central desk can be asked.
told-copy = Copy
told-copy-phone = Copy the phone number
told-copy-email = Copy the e-mail address
told-copied = Copied. It is cleared after 30 seconds.
told-next = What to do next
told-step-call = Call the counselor at { $center }. Say neither the name nor the contact of the victim.
told-step-victim = Decide when and how to tell the victim. Tell nothing about other victims.
told-step-joint = To work on it together, ask for joint work.
told-answer = Answer
told-answer-seen = Seen
told-answer-agrees = I think the same
told-answer-disagrees = I think not the same
told-answer-kept = The answer is noted. It goes to the central desk with the next bundle.
told-answered = { $answer } · { $who } · { $day }
told-joint = Ask for joint work
told-recalled = This link was wrong and has been recalled.
told-recalled-means = The records of your case are as they were. What this link told is used neither in counseling nor in papers.
told-request-recalled = This request was taken back. Neither asking her nor a reply is needed.
told-reply-recalled = This reply was taken back: the victim withdrew her consent, or the request ended. Do not go on with it.
told-center-request = Request { $way }
told-recall-seen = Acknowledge
told-step-recalled-share = See whether anything was shared or written because of this link.
told-step-recalled-case = If the victim was told, tell her that it was recalled.
told-to = Told to { $center }
told-arrived = That center has received it.
told-not-arrived = No receipt yet. It goes again with the next bundle.
told-said-on = Told on { $day }.
told-recalled-on = Recalled on { $day }: { $why }
told-wanted = Asked for: { $what }
told-no-answer = No answer yet.
told-reply = Reply: { $what }
told-judgement = See the judgement
told-joint-title = Ask { $center } for joint work
told-joint-send = Ask
told-joint-hint = It goes by the central desk. That center asks its victim first; nothing happens without her consent.
told-joint-wanted = What would you like to do together
told-joint-remark = Remark of this center
told-joint-remark-hint = The remark stays in this center.
told-joint-kept = The request is noted. It goes to the central desk with the next bundle.
told-request-asked = Asked of { $center } by { $who } on { $day }.
told-stands-forwarded = The central desk has forwarded it. That center is asking its victim.
told-stands-agreed = The victim there agreed. Call the counselor to go on.
told-stands-declined = The victim there did not agree. She is not asked again.
told-stands-later = She has not been asked yet. Please wait.
told-stands-ended = This request was taken back.
told-stands-asked = It has not been forwarded yet. It goes to the central desk with the next bundle.
told-request-end = Take the request back
told-request-ended-now = The request was taken back.
told-reply-from = The reply of { $center }.
told-step-agreed-call = Call the counselor and agree on how to go on.
told-step-agreed-only = Do only what she agreed to. Ask again for anything else.
told-step-no-more = There is nothing more to do now. Both cases go on as they are.
told-asked = { $center } asks about { $number }.
told-ask-first = The victim is asked first
told-ask-first-why = Nothing goes out unless she agrees. If she does not, her support stays the same.
told-consents = See the consents
told-consents-name = See the consents of { $number }
told-replied = Reply given: { $reply }
told-reply-choice = Reply
told-asked-day = Day she was asked
told-remark = Remark
told-needs-consent = To reply that she agreed, her consent to links with other centers is needed. Ask her and note it under the consents.
told-needs-day = Please give the day she was asked, such as today, yesterday, 3 November.
told-reply-send = Reply
told-reply-kept = The reply is noted. It goes to the central desk with the next bundle.
told-offered = Offered by { $who } on { $day }.
told-offered-why = Reason: { $why }
told-taken-on = Answered on { $day }.
told-take = Take over
told-taken = The case was taken over.
told-decline = Do not take over
told-declined = It is noted that the case is not taken over.
told-decline-question = { $center } keeps the case.
told-take-back = Take the handover back
told-taken-back = The handover was taken back.
told-over-taken-back = That center took the handover back. There is nothing to do here.
told-over-seen = Noted.
told-step-over-take = Once taken over, it is a case of this center, and a counselor is named.
told-step-over-call = Before taking it over, call the counselor who has it now.
told-step-over-waits = Until the other center takes it over, this center has the case.
told-step-over-stays = The record of what this center did stays here afterwards too.
told-day-hint = Such as today, yesterday, 3 November.
told-word = Strength of the grounds: { $word }

## Words that differ

differ-title = Differing records
differ-list = Cases with differing records
differ-none = No records differ.
differ-hint = These were written on two laptops without seeing each other. What is not chosen stays in the history.
differ-center-records = Records of the center
differ-count = { $count ->
    [one] { $count } place
   *[other] { $count } places
}
differ-newest = last { $time }
differ-shown = Shown now
differ-blank = Empty
differ-masked = Only the counselor of the case sees this.
differ-by = { $who } · { $time }
differ-where = Laptop { $device } · { $center }
differ-choose = Keep this
differ-choose-name = { $field } ({ $at }): keep { $value }
differ-other = If neither is right
differ-other-name = { $field } ({ $at }): another value
differ-keep = Keep what I wrote
differ-keep-name = { $field } ({ $at }): keep what I wrote
differ-settled = Settled.
differ-not-ours = This is a case of another center. It is settled there.
differ-not-hers = The counselor of the case settles it.
differ-one-of-these = One of these two is kept. To change it otherwise, go to its own page.
differ-case = View the case
differ-side-by-side = See them side by side

## Handing over

over-title = Change counselor or hand over
over-open = Reassign or hand over
over-to-counselor = Another counselor here
over-to-center = Another center
over-counselor = New counselor
over-center = Receiving center
over-reason = Reason
over-keep = Change the counselor
over-offer = Offer the handover
over-goes = What goes
over-goes-what = The whole record of the case as far as the person agreed. Once taken over, it is a case of that center.
over-stays = What stays
over-stays-what = Until it is taken over, this center has the case. Afterwards a copy to read stays here.
over-nobody = No other counselor of this center is known here.
over-no-center = The keys of no other center have been confirmed.
over-needs-consent = The person has to agree to the recording and to sharing with other centers before the case can go.
over-line-offered = A handover to { $center } is offered. Until it is taken over, this center has the case.
over-line-gone = { $center } has this case now. Here is a copy to read.
over-line-incoming = { $center } asks this center to take the case over.
over-line-look = See the handover
over-assigned = The counselor was changed.
over-offered = The handover is offered. It goes with the next bundle.

## Contact of the center

settings-contact = Contact
contact-title = Whom other centers may call
contact-help = Once somebody is confirmed to be the same person, the other center is told this contact. Please give a number of the center, not of a person.
contact-name = Name
contact-phone = Phone
contact-email = E-mail
contact-hours = Hours
contact-keep = Save
contact-kept = The contact is saved. It goes to the central desk with the next bundle.

## The pages around the same person

between-people = Candidates
between-profiles = Perpetrators
between-notices = Notices
between-graph = Picture
between-opinion = Second opinion
between-go = Page: { $page }
