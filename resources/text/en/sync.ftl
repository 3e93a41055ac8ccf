### Sending and receiving by itself

setting-sync-minutes = Minutes between sending and receiving by itself (0: only when asked)
sync-state-waiting = Waiting for its turn
sync-state-sent = Left there, waiting for the receipt
sync-state-held = Needs a look
setting-sync-metered = Send and receive by itself over a metered connection too

## On the page Send and receive

sync-title = Sending and receiving by itself
sync-no-place = Once a place is named, Ieum sends and receives by itself from time to time. Without one, USB works as always.
sync-name-place = Name a place
sync-on = every { $minutes } min
sync-by-hand = only when asked
sync-paused = Paused
sync-paused-until = Paused until { $time }
sync-now = Send and receive now
sync-pause-hour = Pause 1 hour
sync-pause = Pause
sync-resume = Go on
sync-last = Last { MOMENT($ms) }
sync-never = Not visited yet
sync-to = Sends to { $to }
sync-to-nobody = Sends to nobody yet
sync-begin = Begin sending
sync-add-addressee = Add somebody
sync-look = Look
sync-queue = { NUMBER($count) ->
    [one] One bundle on its way
   *[other] { NUMBER($count) } bundles on their way
    }
sync-item = { $to } · { SIZE($size) } · sealed { MOMENT($ms) }
sync-item-nowhere = no place chosen (can go by USB)
sync-again = Try again
sync-more = and { NUMBER($count) } more
sync-not-yours = What is to be sent is shown to counselors only.
sync-on-the-way = { NUMBER($count) ->
    [one] This counts what is already in one bundle that waits for its receipt.
   *[other] This counts what is already in { NUMBER($count) } bundles that wait for their receipts.
    }
sync-going = Sending and receiving
sync-went = Bundles sent: { NUMBER($sent) }. Bundles received: { NUMBER($received) }.
sync-went-nothing = Been there. There was nothing new to send or receive.
sync-set-aside = { NUMBER($count) ->
    [one] One bundle that came was set aside, with its reason.
   *[other] { NUMBER($count) } bundles that came were set aside, each with its reason.
    }
sync-taken-back = { NUMBER($count) ->
    [one] One bundle whose consent was taken back meanwhile did not leave and is gone.
   *[other] { NUMBER($count) } bundles whose consent was taken back meanwhile did not leave and are gone.
    }
sync-away = Could not reach: { $places }. What is to be sent is still on this computer.
sync-stopped = Stopped. What went has gone; everything else is still on this computer.
sync-metered = This connection costs by the byte, so nothing is sent by itself. It goes when you press the button.
sync-arrived = { NUMBER($cases) ->
    [one] Records of one case have arrived.
   *[other] Records of { NUMBER($cases) } cases have arrived.
    }
sync-needs = Please look at this place: { $place }. What is to be sent is still here.
sync-held = A bundle could not be sent and was set aside.

## Before the first sending

sync-first-title = Before sending to “{ $place }”
sync-first-promise = If you allow it, what is written from now on leaves by itself too, as far as consent goes. Once consent is taken back, nothing more leaves.
sync-first-sealed = Only sealed bundles lie there; whoever keeps the place cannot open them. You can stop at any time under “Places to send” in the settings.
sync-first-moves = { $to } is sent to at “{ $place }” now. If you allow it, that moves here.
sync-not-now = Not now
sync-allow = Seen: begin sending

## How often

sync-rhythm = How often
sync-every = { $minutes ->
    [0] only when asked
    [60] every hour
    [180] every 3 hours
   *[other] every { $minutes } minutes
    }
sync-metered-ask = Over a metered connection (such as a phone)
sync-metered-no = Wait
sync-metered-yes = Go on anyway
