### Support, investigation and trial, the calendar, things to do.

## Things to do: why

task-task = { $words }
task-contact = The day agreed for a call
task-recheck-30 = { $count ->
    [one] A temporary measure is 30 days old. Check again
   *[other] Temporary measures are 30 days old. Check { $count } addresses again
    }
task-check = { $count ->
    [one] A removed address is due for a check
   *[other] { $count } addresses are due for a check
    }
task-referral = { $words } has not answered a referral for more than 14 days
task-offer = A referral to { $words } was offered more than 14 days ago, without an answer
task-appointment = { $words }: the day agreed
task-consent = A consent left for later was not asked again for more than 14 days
task-birthday = Now { $count } years old: consent is asked again, of the person
task-duplicate = { $count ->
    [one] An address stands here twice
   *[other] { $count } addresses stand here twice
 }
task-papers = { $count } required papers are missing
task-plan = There is no counselling plan yet
task-plan-approval = The counselling plan is not approved
task-goal = Time to look at a goal again: { $words }
task-appeal = The period to appeal is running

task-group-task = Noted tasks
task-group-contact = Agreed calls
task-group-recheck-30 = Temporary measures, 30 days
task-group-check = Deletion checks
task-group-referral = Referrals without an answer
task-group-offer = Offers without an answer
task-group-birthday = Consent to ask again after a birthday
task-group-appointment = Appointments up to today
task-group-consent = Consents left for later

## Forms

form-day-hint = Write today, tomorrow, or 3 December.
form-no-day = This does not read as a day. Write it like 3 December.
form-needed = Please fill in: { $label }.

## Support

case-support = Support
support-keep = Save
support-undo = Undo
support-today = today
support-none = None
support-remark = Remark
support-of = { $what }: { $name }
support-due = by { $day }
support-due-past = { $day }, passed

support-tasks = To do
support-tasks-more = Show { $count } more
support-no-tasks = Nothing is waiting now.
support-task-add = Add a task
support-date-add = Make an appointment
support-task-words = What to do
support-task-day = By when
support-task-kept = The task is noted.
support-task-done = Done
support-task-later = Later
support-task-later-title = Put off to another day
support-task-go = Go there
support-task-was-done = Done.
support-task-was-moved = Put off to another day.

support-lines = Support lines
support-lines-hint = The six kinds of support open and close separately. Where the person does not want one, nothing goes out (Sexual Violence Prevention Act, Article 24).
support-line-unopened = Not opened
support-will = Will
support-will-title = What the person wants
support-will-of = { $name }: what the person wants
support-will-day = Day it was said
support-will-hint = { $name }: choose what the person said. It can change at any time, and earlier words are kept.
support-will-before = Said earlier
support-will-said = { $wish } · noted by { $who }, { $time }
support-will-kept = { $name }: the will is recorded.
support-wish = Will: { $wish }
support-wish-since = Will: { $wish } ({ $day })
support-open = Open
support-close = Close
support-opened = { $name }: opened.
support-closed = { $name }: closed.
support-opened-on = since { $day }
support-closed-on = closed { $day }
support-done = entries: { $count }, { $minutes } min
support-nothing-goes-out = nothing goes out

support-referrals = Referrals
support-no-referrals = No referral yet.
support-agency-gone = An agency that is not in the book
support-since = { $day }
support-offer = Offer a referral
support-offer-title = Offer a referral
support-offer-line = Which support
support-offer-agency = Agency
support-offer-person = Contact person
support-offered = The referral is offered.
support-no-agencies = The address book has no agency. Please enter one first.
support-to-book = To the address book
support-step-accepted = Person agrees
support-step-refused = Person declines
support-step-sent = Sent
support-step-taken = Agency takes it
support-step-declined = Agency declines
support-step-done = Done
support-step-revoked = Take back
support-stepped = { $name }: { $state }
support-ask-consent = Ask for consent
support-consent-undecided = Sending needs consent to “{ $what }”. It has not been asked yet.
support-consent-refused = The person did not agree to “{ $what }”. Nothing is sent.
support-consent-withdrawn = The consent was withdrawn. Nothing is sent.
support-consent-guardian-missing = Under 14: a legal guardian’s consent is needed before it is sent.
support-send-title = Referral sent
support-send-hint = Note what { $name } was told. It stays in the list of what left.
support-send-means = How
support-send-items = What was told
support-send-items-hint = Name the items, not their content: name used, phone, copy of a medical note
support-send-day = Day it was sent

support-log = Service log
support-log-kind = Kind of support
support-log-minutes = Minutes
support-log-what = What was done
support-log-quantity = Number
support-log-day = Day
support-log-method = How
support-log-agency = Agency
support-log-result = Result
support-log-add = Note it
support-log-details = Note in detail
support-log-details-title = Note what was done
support-log-kept = Noted.
support-log-choose-kind = Choose the kind of support first.
support-log-no-number = Write the minutes as a number.
support-log-more = Show { $count } more
support-total = { $name }: { $count } · { $minutes } min
support-minutes = { $minutes } min
support-quantity = × { $count }
support-correct = Correct
support-correct-title = Correct an entry
support-corrected = Corrected
support-corrected-kept = Corrected. What stood there is kept.

support-plan = Counselling plan
support-plan-none = There is no counselling plan yet.
support-plan-write = Write the plan
support-plan-title = Counselling plan
support-plan-hint = A counselling plan is made and kept (Enforcement Rule 15). A changed plan is approved again.
support-plan-until = Ends when: { $words }
support-plan-until-label = Ends when
support-plan-by = { $who } · { $day }
support-plan-approve = Approve
support-plan-approved = Approved by { $who } ({ $day })
support-plan-approved-now = The plan is approved.
support-plan-waiting = Not approved
support-plan-kept = The plan is saved.
support-goals = Goals
support-no-goals = No goal yet.
support-goal-add = Add a goal
support-goal-title = Goal
support-goal-words = Goal
support-goal-hint = In the person's own words.
support-goal-steps = What it takes
support-goal-review-label = Look again on
support-goal-review = look again { $day }
support-goal-reached = reached { $day }
support-goal-due = Look again
support-goal-reach = Reached
support-goal-change = Changed
support-goal-drop = Dropped
support-goal-kept = The goal is recorded.

support-end-title = Closing
support-end = Close the case
support-end-reason = Reason
support-end-hint = It can be opened again.
support-end-together = They are closed together. The case can be opened again.
support-ended = Closed { $day }. { $reason }
support-ended-now = The case is closed.
support-reopen = Open again
support-reopened = The case is open again.
support-nothing-open = Nothing is open.
support-still-open = Still open: { $what }.
support-open-lines = support lines { $names }
support-open-referrals = referrals ({ $count })
support-open-tasks = tasks ({ $count })
support-open-interviews = unfinished interviews ({ $count })

## Investigation and trial

case-trial = Investigation, trial
trial-no-suspects = No suspected person yet. Enter one under “Suspects” first.
trial-unnamed = A person without a known name
trial-none = No record of investigation or trial yet.
trial-begin = Add a case number
trial-begun = The record has begun.
trial-change = Number, court
trial-changed = Changed.
trial-no-number = No case number yet
trial-number = Case number
trial-number-hint = Year, sign, number, as in 2099고합7. Leave it empty if there is none yet.
trial-number-unusual = The number does not look like year, sign, number. It may stay as it is.
trial-court-label = Court
trial-division-label = Division
trial-charges-label = Charges
trial-police-number-label = Police number
trial-prosecution-number-label = Prosecution number
trial-police-number = police { $number }
trial-prosecution-number = prosecution { $number }
trial-held = In custody
trial-wanted = Wanted
trial-step = Note a step
trial-step-hint = A person is called suspect or defendant only by what is noted here.
trial-kind = What happened
trial-day = Day
trial-at = Time
trial-at-hint = for example 10:30
trial-room = Court room
trial-time = Length
trial-time-hint = for example 7 years, 1 year 6 months
trial-suspended-label = Suspended for
trial-hours-label = Programme (hours)
trial-outcome = Result
trial-party = By whom
trial-noted = Noted.
trial-take-back = Remove this step
trial-taken-back = Removed.
trial-tell = Told the victim
trial-was-told = Marked as told.
trial-told = told by { $who }, { $day }
trial-untold = Dates and results the victim has not been told: { $count } (Criminal Procedure Act 259-2)
trial-sought = Sought: { $time }
trial-sentence = Sentence: { $time }
trial-suspended = Suspended: { $time }
trial-restriction = Employment restriction: { $time }
trial-programme = Programme: { $hours } h
trial-appeal-until = Appeal possible until { $day }
trial-next-hearing = Next hearing { $day }
trial-years = { $years ->
    [one] 1 year
   *[other] { $years } years
    }
trial-months = { $months ->
    [one] 1 month
   *[other] { $months } months
    }
trial-years-months = { $years } y { $months } m

## The calendar

calendar-title = Calendar
calendar-month = Month
calendar-weekday-1 = Mon
calendar-weekday-2 = Tue
calendar-weekday-3 = Wed
calendar-weekday-4 = Thu
calendar-weekday-5 = Fri
calendar-weekday-6 = Sat
calendar-weekday-7 = Sun
calendar-today = Today
calendar-before = Month before
calendar-after = Month after
calendar-more = { $count } more
calendar-day-name = { $day }, { $count ->
    [one] { $count } entry
   *[other] { $count } entries
    }
calendar-nothing = Nothing on this day.
calendar-open = Open the case
calendar-kept = Kept
calendar-cancel = Cancelled
calendar-missed = Missed
calendar-move = Another day
calendar-new = New appointment
calendar-new-here = New appointment on this day
calendar-term = Legal term
calendar-rule = Which term
calendar-begins = Day it began
calendar-begins-at = Hour it began
calendar-begins-at-hint = Only for a term in hours (breach notice, 72 hours), for example 17:30
calendar-term-kept = The term is noted.
calendar-case = Case
calendar-kind = What is it
calendar-day = Day
calendar-at = Time
calendar-at-hint = For example 14:30. Leave it empty while it is open.
calendar-words = What
calendar-place = Where
calendar-was-added = The appointment is noted.
calendar-was-moved = Moved to another day.
calendar-was-kept = Recorded.
calendar-holiday = Add a public holiday
calendar-holiday-name = Name
calendar-holiday-hint = A day the program does not know, such as a temporary holiday. A term that ends on it moves to the next working day. An empty name takes it away.
calendar-holidays-unknown = The public holidays of this year are not known yet.

## The address book

settings-agencies = Agencies
agency-title = Agencies
agency-help = Write down the agencies you work with. One you stop using is not removed; it gets a last day.
agency-add = Add an agency
agency-change = Change
agency-end = Stop using
agency-kind = What kind of agency
agency-kept = Saved.
agency-none = No agency yet.
agency-not-valid = Not used now
agency-ended-too = Show those no longer used
agency-valid-only = Show only those in use

## Today

today-events = Today's calendar
today-to-calendar = Open the calendar
today-no-events = Nothing is arranged for today.
today-group = { $name } { $count }
today-group-name = { $name }, { $count ->
    [one] { $count } entry
   *[other] { $count } entries
    }
today-group-more = Show { $count } more
today-go-name = { $what }: { $name } ({ $at })
