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
task-group-appointment = Past appointments
task-group-consent = Consents left for later
