### Bundles on their way

## Bundles set aside, and receipts that are late

sync-state-away = Waiting until its place can be reached
sync-state-late = Receipt is late
sync-late = Carried over { NUMBER($days) } days ago, and no receipt has come.
sync-late-next = Please call the receiver and ask about bundle { $number }. If it never came, take this bundle out: what is in it is sealed anew and sent again.
sync-wrong-altered = What lies at the place is not what was sealed. The original on this computer is untouched.
sync-wrong-altered-next = Please try again. If it differs again, take this bundle out, send another way (a stick), and tell whoever looks after the place.
sync-wrong-gone = The sealed file is no longer on this computer. The records are all here.
sync-wrong-gone-next = Please take this bundle out. What was in it is sealed anew with the next round.
sync-wrong-consent = A consent was taken back after it was sealed, so it was not sent.
sync-wrong-consent-next = Please take this bundle out. Only what is still agreed to is sealed anew.
sync-wrong-stranger = The receiver’s keys are not enrolled now.
sync-wrong-stranger-next = Please compare the receiver’s keys again under “Keys” in settings, and then try again.
sent-dropped = Taken out; sealed anew
access-act-bundle-dropped = Taking a bundle out

## The line in the rail

sync-status-receiving = Receiving at “{ $place }”
sync-status-sealing = Sealing what goes to “{ $place }”
sync-status-sending = Sending { $at } of { $of }
sync-status-paused = Sending and receiving is paused
sync-status-paused-until = Sending and receiving is paused until { $time }
sync-status-away = “{ $place }” cannot be reached since { MOMENT($ms) }
sync-status-held = { NUMBER($count) } bundles set aside

## Taking a bundle out

sync-drop = Take out
sync-drop-title = Take this bundle out?
sync-drop-body = Bundle { $number } is not sent. What lies at the place is removed, and what is in it is sealed anew with the next round. The records are all here.
sync-drop-no = Leave it
sync-dropped-done = Bundle { $number } was taken out. What was in it is sealed anew with the next round.
sync-item-going = sending { $at } of { $of }
sync-place-away = cannot be reached since { MOMENT($ms) }
