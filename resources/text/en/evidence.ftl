# Evidence: only a fingerprint is kept, or the file is sealed.

progress-evidence-reading = Reading the file where it lies
progress-evidence-frames = Making fingerprints of the video
progress-evidence-comparing = Comparing with what is known
progress-evidence-checking = Checking the sealed files

evidence-unseen-format = No picture fingerprint can be made of this kind of file; its file fingerprint (SHA-256) is kept.
evidence-unseen-bomb = The picture unfolds to an unreasonable size and was not looked into; its file fingerprint (SHA-256) is kept.
evidence-unseen-cut = The file ends early or is damaged; its file fingerprint (SHA-256) is kept.
evidence-unseen-no-reader = This computer has no part that reads videos; the file fingerprint (SHA-256) is kept.

## The evidence tab of a case

case-evidence = Evidence

evidence-drop = Drop evidence files here, or choose them
evidence-drop-help = The medium is left as it is and only read. First you are asked what it is; only then is it read.
evidence-pick = Choose files
evidence-type-hash = Type a hash
evidence-none = No evidence has been taken yet.

evidence-store-metadata = Fingerprint only
evidence-store-sealed = Sealed
evidence-store-elsewhere = Elsewhere
evidence-store-metadata-long = Only the fingerprint was kept. The file is not on this computer.
evidence-store-sealed-long = Sealed and kept on this computer.
evidence-store-elsewhere-long = The material is elsewhere; only its hash is noted here.
evidence-not-here = Not on this computer
evidence-stamped = Time-stamped
evidence-stamp-asked = Time stamp awaited
evidence-steps = { $count ->
    [one] one step
   *[other] { NUMBER($count) } steps
    }
evidence-hash = hash { $digits }
evidence-open = History
evidence-open-name = History: { $what }
evidence-look = Look
evidence-look-name = Look: { $what }

## What is it

evidence-ask-title = What is it
evidence-ask-more = { $names } and { NUMBER($count) } more
evidence-ask-kind = Kind
evidence-ask-sexual = Sexual content
evidence-sexual-yes = Yes, or not known
evidence-sexual-no = No
evidence-ask-name = Title
evidence-ask-name-help = A few words to know it by later. It may stay empty.
evidence-ask-item = Which recording is it
evidence-ask-item-none = Not decided
evidence-ask-go = Take
evidence-will-print = Only the fingerprint is kept; the file is not stored and never shown.
evidence-will-seal = It is sealed and kept. Looking at it asks for a purpose and a reason, and it is clear only while you hold it.
evidence-will-withhold = It is sealed and kept on the legal basis below. It is never shown or printed, and never leaves in a bundle.
evidence-grounds = There is a legal basis to keep the file
evidence-grounds-help = The file is sealed only if all three are filled in. Otherwise only the fingerprint is kept.
evidence-basis = Legal basis
evidence-basis-help = For example: Sexual Violence Prevention Act, art. 7-3 (3)
evidence-keeper = Keeper
evidence-purpose = Purpose

## Afterwards

evidence-taken = { $count ->
    [one] One piece of evidence was taken.
   *[other] { NUMBER($count) } pieces of evidence were taken.
    }
evidence-again = { $count ->
    [one] One was here already; a step was added to its history.
   *[other] { NUMBER($count) } were here already; a step was added to their history.
    }
evidence-print-only = Of what left only a fingerprint, no file is anywhere on this computer.
evidence-found-same = The same picture as other material of this case: { NUMBER($count) }.
evidence-found-look = Looks alike, for a person to check: { NUMBER($count) }.
evidence-found-elsewhere = The same picture is in { $count ->
    [one] one other case.
   *[other] { NUMBER($count) } other cases.
    }
evidence-stopped = Stopped. Nothing of the file that was being read was kept.

evidence-type-value = Hash
evidence-type-value-help = The 64 digits of a SHA-256. For a PDQ, type pdq: before it.
evidence-type-system = System that told it
evidence-type-system-help = For example: the deletion-support system, the police
evidence-type-number = Its number there
evidence-type-save = Note
evidence-typed = The hash is noted. Re-uploads can be recognised without the file.

## Looking

evidence-reason = Reason
evidence-reason-help = It stays in the viewing record as you type it.
evidence-glass = Frosted picture
evidence-glass-help = It is clear only while you hold Space or the mouse button; let go and it frosts again.
evidence-seen = Clear for { $count ->
    [one] one second
   *[other] { NUMBER($count) } seconds
    }

## History

evidence-chain = { $count ->
    [one] Chain of custody: one step
   *[other] Chain of custody: { NUMBER($count) } steps
    }
evidence-prints = Picture fingerprints: { NUMBER($count) }
evidence-by = By { $who }
evidence-to = With { $who }
evidence-medium = Medium { $number }
evidence-stamp-waits = A time stamp was asked for at { $time } and is awaited.
evidence-stamp-says = Time stamp { $time } · authority { $authority } · root certificate { $root } · serial { $serial }. Whether this authority is to be believed is for a person to judge.
evidence-like-exact = The same file: { $what }
evidence-like-same = The same picture: { $what } ({ NUMBER($bits) } of 256 digits differ)
evidence-like-look = For a person to check: { $what } ({ NUMBER($bits) } of 256 digits differ)
evidence-like-cases = In other cases: the same picture { NUMBER($count) }, to be checked { NUMBER($look) }

evidence-act-handover = Record a hand-over
evidence-act-copy = Copy out
evidence-act-stamp = Ask for a time stamp
evidence-act-remove = Added by mistake
evidence-save = Record
evidence-handed-to = Received by
evidence-medium-number = Medium number
evidence-handed = The hand-over is recorded.
evidence-copied = Copied into the folder you chose. The copy is not sealed; delete it when it is no longer needed.
evidence-removed = Taken out of the evidence. Its history stays.
evidence-remove-title = Take this piece out
evidence-remove-body = The sealed file is deleted and cannot be brought back. Who handled it and when stays on record.
evidence-remove-yes = Take out

## Proving

evidence-check = Check sealed files
evidence-check-sound = { $count ->
    [one] One sealed file is as it was on the day it came.
   *[other] { NUMBER($count) } sealed files are as they were on the day they came.
    }
evidence-check-damaged = Damaged files: { NUMBER($count) }. See whether a backup has them.
evidence-check-missing = Files that are not on this computer: { NUMBER($count) }.
evidence-stamp-ask-all = Make time-stamp requests
evidence-stamp-take = Take in time-stamp answers
evidence-stamp-saved = { $count ->
    [one] One time-stamp request was saved. It holds a hash only.
   *[other] { NUMBER($count) } time-stamp requests were saved. They hold hashes only.
    }
evidence-stamp-not-saved = That place cannot be written to; nothing was saved.
evidence-stamps-taken = { $count ->
    [one] One time stamp was proven and recorded.
   *[other] { NUMBER($count) } time stamps were proven and recorded.
    }
