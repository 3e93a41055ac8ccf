# The page of papers: proof of what was issued, and of files that are brought

papers-again-count = Count again from the records of that day
papers-again-hint = Today’s numbers count what was recorded since. They can be counted again from what was recorded until the paper was issued, and nothing later.
papers-again-counting = Counting again from the records of that day
papers-again-same = { $count ->
    [one] Counted again from the records of that day, it is the same.
   *[other] Counted again from the records of that day, all { NUMBER($count) } are the same.
    }
papers-again-other = Counted again from the records of that day, { NUMBER($count) } of { NUMBER($all) } come out otherwise.
papers-again-silent = { NUMBER($count) } of { NUMBER($all) } cannot be counted again.
papers-again-line = { $label }: { $words }
papers-entry-file = Check this paper’s file

## A file that was brought

papers-seal-name = Seal
papers-stamp-name = Time stamp
papers-seal-who = Sealed by
papers-stamp-who = Authority
papers-seal-when = Time it says
papers-stamp-when = Time
papers-seal-issuer = Certificate by
papers-seal-known = Known certificate
papers-seal-stranger = Unknown certificate
papers-seal-room = Nothing changed since it was sealed; only room for a time stamp is left open.
papers-time-unsaid = Not said

papers-locked-waits = This paper is locked. It is checked once its passphrase is typed.
papers-locked-type = Type the passphrase

## Time stamps

papers-stamp = Time stamp
papers-stamp-1 = 1. Make the request and carry it on a stick. It holds a hash, and nothing of the paper.
papers-stamp-2 = 2. Send it to the time stamp authority, and bring its answer (.tsr).
papers-stamp-3 = 3. Put the answer in. Certificates that came apart are chosen with it. The file stays as it is; a new one with the time stamp appears beside it.
papers-stamp-ask = Make the request
papers-stamp-take = Put the answer in
papers-stamp-answers = Answers and certificates
papers-stamp-asked = The request was made: { $place }

## Certificates that are believed

papers-roots = Known certificates
papers-roots-note = Seals and time stamps that these certificates stand behind count as known. The list stays on this computer.
papers-roots-none = No certificate is known yet.
papers-roots-not-yours = Only a supervisor adds or removes one.
papers-root-add = Add a certificate file
papers-root-once = Check with a certificate, this once
papers-root-files = Certificates
papers-root-from = Issued by { $issuer } · valid until { $day }
papers-root-digits = Fingerprint (SHA-256)
papers-root-since = Added { $day } by { $who }
papers-root-out = Remove
papers-root-out-name = Remove certificate { $at }
papers-root-compare = Compare these digits with what the authority says by telephone or in public. Believe it only where they are the same.
papers-root-yes = Compared, and believed
papers-root-no = Leave it
