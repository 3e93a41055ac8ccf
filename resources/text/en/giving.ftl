### Giving to others, minors, what has left

giving-title = Asked for each receiver
giving-hint = Courts, investigators, lawyers and medical or psychological bodies are asked for when they are needed, each on its own.
giving-add = Add a receiver
giving-ask = Ask about one receiver
giving-purpose = What it is given for
giving-name = Name of the receiver
giving-name-help = Left blank, the answer speaks for every receiver of this purpose.
giving-answer = Answer
giving-keep = Keep
giving-print = Print the consent form
giving-line = { $purpose } · { $day } · { $who }
giving-agreed = Agreed
giving-refused = Not agreed
giving-withdrawn = Taken back
giving-undecided = Later
giving-withdraw-name = Take back the consent to { $purpose } for { $name }
giving-withdraw-body = From now on nothing is given to this receiver. What was given already can be asked back under “What has left”.

left-title = What has left
left-hint = What went out of the center, and to whom. For sealed bundles, taking consent back sends a request to destroy with the next bundle.
left-nothing = Nothing of this case has left the center.
left-line = { $means } · { $day }{ $number }
left-asked = Recall asked
left-acknowledged = Recall acknowledged
left-impossible = Cannot be recalled
left-button-name = No. { $at }, { $receiver }: { $act }
left-kept = The state of the recall was noted.

minor-title = What the age asks for
minor-needed = Guardian’s consent needed
minor-child = Under 14. To give anything to others on the basis of consent, the legal guardian has to consent (Personal Information Protection Act art. 22-2). Counselling and deletion support go on.
minor-youth = From 14 to 18. The person consents alone. As a child or youth, a court-appointed lawyer is provided (Sexual Violence Punishment Act art. 27).
minor-unknown = The age is not known yet.
minor-adult = 19 or older.
minor-agreed = The legal guardian consented.
minor-not-told = Guardian not told: { $reason }
minor-turned = The person turned { $age } after consenting. From now on, ask the person again.
minor-ask-again = Ask again
minor-guardian = Consent of the legal guardian
minor-confirm-paper = In writing
minor-confirm-phone = By telephone
minor-confirm-message = By message or e-mail
minor-confirm-present = Came along
minor-confirm-not-told = Not told

duty-title = Duty to report
duty-open = Not noted yet
duty-settled = Noted
duty-body = The rule that may apply to this center: { $basis }. If it was reported, note the day and the office; if not, note the reason. Whether there is a duty is for a person to decide.
duty-reported = { $day } · reported to { $place }
duty-not-reported = Not reported: { $why }
duty-report = Note a report
duty-explain = Note why it was not reported
duty-day = Reported on
duty-place = Reported to
duty-why = Why it was not reported
