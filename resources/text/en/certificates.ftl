# Certificates and lost laptops (Settings › Keys, Settings › Backup and restore)

certificate-title = This laptop’s certificate
certificate-help = The certificate shows that this laptop belongs to our center. Writing goes on when it ends.
certificate-none = The center has not let this laptop in yet.
certificate-fine = Good until { $day }.
certificate-fine-here = It is renewed by itself two months before it ends. The center’s certifying key is on this laptop.
certificate-fine-elsewhere = It asks to be renewed by itself two months before it ends.
certificate-ending = { $days ->
    [one] It ends in one day.
   *[other] It ends in { NUMBER($days) } days.
    }
certificate-ending-here = It is renewed by itself at the next opening.
certificate-ending-elsewhere = The request goes with the next bundle to the laptop with the certifying key. One press there sends the answer back.
certificate-expired = The certificate ended on { $day }. You can go on writing, and nothing is lost.
certificate-expired-here = Lock and open again to renew it. If it stays like this, check the date of this computer.
certificate-expired-elsewhere = What you send is set aside at the other end until the certificate is renewed. The request already goes along. If it is urgent, carry it with “Save request file” below.
certificate-early = The clock of this computer is before the certificate begins. You can go on writing.
certificate-early-next = Set the date and time of the computer.
certificate-revoked = This laptop was reported lost. What is written now is not accepted elsewhere. What was written stays on this laptop.
certificate-revoked-next = If the laptop was found, ask for new keys with “Save request file”, and compare the words at the laptop with the certifying key.
certificate-two-holders = The center’s certifying key is on two laptops. Keep one, and enrol the other anew. No laptop fell off the list.
certificate-request = Save request file…
certificate-request-saved = Saved: { $name }. Open it at the laptop with the certifying key.
certificate-pill-none = Not yet
certificate-pill-fine = Good
certificate-pill-ending = Ends soon
certificate-pill-expired = Ended
certificate-pill-early = Clock differs
certificate-pill-revoked = Reported lost

certificate-asked-title = { $count ->
    [one] One request to renew a certificate
   *[other] { NUMBER($count) } requests to renew a certificate
    }
certificate-asked-help = A known laptop that asks with the same keys is answered with one press. The answer goes back by itself with the next bundle.
certificate-asked-renewal = { $device } · asks to be renewed, with the same keys.
certificate-asked-new-key = { $device } · asks with new keys. Answer only after comparing the words.
certificate-asked-new-device = { $device } · is not on the card. Answer only after comparing the words.
certificate-asked-revoked = { $device } · asks with a key that was reported lost. It cannot be answered. If the laptop was found, let it ask again with new keys.
certificate-answer = Renew
certificate-compared = The words are the same
certificate-decline = Do not answer
certificate-answered = { $device } · renewed. The answer goes with the next bundle.

certificate-behind-title = What came after a laptop was reported lost
certificate-behind = { $device }: { $segments ->
    [one] one piece
   *[other] { NUMBER($segments) } pieces
    } with { $entries ->
    [one] one record
   *[other] { NUMBER($entries) } records
    } came after it was reported lost. They were set aside and are part of nothing.
certificate-behind-elsewhere = { $device }, reported lost by { $center }: { $segments ->
    [one] one piece
   *[other] { NUMBER($segments) } pieces
    } with { $entries ->
    [one] one record
   *[other] { NUMBER($entries) } records
    } came afterwards and were set aside. That center decides whether they count.
certificate-let-in = Accept…
certificate-let-in-title = Accept what came after the laptop was reported lost?
certificate-let-in-body = Accept it only if the laptop was found and it is certain that nobody opened it meanwhile. Everybody else will accept it too.
certificate-let-in-yes = Accept
certificate-let-in-no = Leave it aside
certificate-let-in-done = { $count ->
    [one] One record was accepted.
   *[other] { NUMBER($count) } records were accepted.
    }

lost-marked = { $name } (reported lost)
lost-take-back = Report lost…
lost-take-back-title = { $device } · report it lost?
lost-take-back-body = What has reached this computer so far still counts as that laptop’s word. What comes later is set aside everywhere, and nothing is sealed to that laptop any more. If it is found, it is enrolled again with new keys.
lost-take-back-yes = Report lost
lost-take-back-no = Not yet
lost-done-title = Laptops reported lost
lost-done-line = { $device } · { $moment }
lost-done-taken-back = Only what has reached this computer so far counts as that laptop’s record (certificates: { NUMBER($certificates) }, logs: { NUMBER($logs) }).
lost-done-everywhere = The central desk and the other laptops hear of it with the next bundle or receipt.
lost-done-here = It holds on this computer only. Report it lost at the laptop with the certifying key too. If that is the lost one, call the central desk.
lost-done-sealing = The new card no longer holds that laptop’s key. Whoever has the card seals so that it cannot open.
lost-done-dropped = { $count ->
    [one] One bundle for that laptop was taken back.
   *[other] { NUMBER($count) } bundles for that laptop were taken back.
    }
lost-places-title = Accounts to change at the server
lost-places-help = That laptop knew these accounts too. Change the password with whoever keeps the server, then press “Changed”.
lost-place-changed = Changed
lost-place-done = Done
lost-place-left = To do

next-certificate-expired = This laptop’s certificate has ended. Writing goes on. “Settings › Keys” says what to do.
next-certificate-early = The clock of this computer is before its certificate. Set the date and time.
next-certificate-revoked = This laptop was reported lost. Ask for new keys in “Settings › Keys”.
next-certificate-asked = { $count ->
    [one] One request to renew a certificate
   *[other] { NUMBER($count) } requests to renew a certificate
    }
next-certificate-accounts = { $count ->
    [one] Change the password of one account that a lost laptop knew.
   *[other] Change the passwords of { NUMBER($count) } accounts that a lost laptop knew.
    }

received-late = Taken in once the sender’s certificate is renewed
received-replaced = Taken in with a bundle that was sent again

paper-lost-taken-title = What was taken back
paper-lost-taken = Reported lost
paper-lost-taken-value = { $moment } · { $certificates ->
    [one] one certificate counts
   *[other] { NUMBER($certificates) } certificates count
    } up to the last position of { $logs ->
    [one] one log
   *[other] { NUMBER($logs) } logs
    } only
paper-lost-taken-not = It was not reported lost yet: Settings › Backup and restore › When a laptop is lost.
paper-lost-behind = What came afterwards
paper-lost-behind-value = { $segments ->
    [one] One piece
   *[other] { NUMBER($segments) } pieces
    } with { $entries ->
    [one] one record
   *[other] { NUMBER($entries) } records
    } were set aside.
paper-lost-accounts = Accounts to change at the server
paper-lost-accounts-none = None
paper-lost-account-changed = { $name } (changed)
paper-lost-finder-title = What the finder could and could not read
paper-lost-finder-1 = Lost while locked, without the passphrase and the recovery code: no case, name, contact or attachment can be read. Only how many encrypted files there are, their size and date.
paper-lost-finder-2 = Lost with the screen open: everything named in the table on the first page could be read.
paper-lost-finder-3 = If the vault could be opened: bundles sealed to our center before the report could be opened too. What was sealed afterwards by those who had heard of it cannot be opened.
paper-lost-finder-4 = Keys of other centers, of the central desk and of the other laptops were not on it.

certificate-revoked-ca = The central desk took back the center’s certifying key. You can go on writing, and what was written stays.
certificate-revoked-ca-next = Press “Begin with a new certifying key” on one laptop, and compare words with the central desk again. The other laptops are enrolled with request files after that.
certificate-pill-revoked-ca = Key taken back
certificate-anew = Begin with a new certifying key…
certificate-anew-title = Begin with a new certifying key on this laptop?
certificate-anew-body = Begin on one laptop of the center only. The others are enrolled again with request files, and the central desk and everybody else compare words again. What was written so far stays as it is.
certificate-anew-yes = Begin
certificate-anew-no = Not yet
certificate-centers-title = When a center lost its certifying key
certificate-centers-help = If a center lost the laptop with its certifying key, take the key back as a whole. What has arrived so far still counts; what comes later is set aside everywhere. The center begins with a new key, and words are compared again.
certificate-center-take = Take the key back…
certificate-center-taken = Taken back
certificate-center-title = { $center } · take its certifying key back?
certificate-center-body = Do it only after telephoning the center by a number you know. It cannot be undone. Every laptop of the center has to be enrolled again.
certificate-center-yes = Take back
certificate-center-no = Not yet
next-certificate-revoked-ca = The central desk took back our certifying key. “Settings › Keys” says what to do.
