## Words that differ

conflict-yes = Yes
conflict-no = No

## Handover of a case

plan-handed-over = Case that is handed over
plan-center-undecided = Not asked yet about linking with another center
plan-center-refused = Did not agree to linking with another center
plan-center-withdrawn = Took back her consent to linking with another center
plan-record-undecided = Not asked yet about recording and keeping

handover-stays-kept-back = She asked to keep something back, so what was written in words stays here.
handover-stays-drafts = Drafts that are not finished stay on this laptop.
handover-stays-book = The log of readings and the book of destruction are this center's own and stay.

## Joint work

joint-forwarded = Forwarded to the other center
progress-forwarding = Forwarding requests between centers
next-joint-request = { $number } · { $center } asks to work together. The person is asked first.
next-handover-offered = { $number } · { $center } offers to hand this case over
