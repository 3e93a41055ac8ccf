# Words for errors. The sentence: what happened and what is safe. The remedy: what to do next.
# A fact the error does not carry arrives as "none". No error ever carries content of a case.

err-intake-error = This could not be finished. Everything saved so far is still there.
    .remedy = Please try again; if it happens once more, tell your IT person the code below.

## Refused: a person can change it

err-refused = This cannot be done as it stands. Nothing was changed.
    .remedy = Check what was entered and try again.

err-invalid-answer = The answer does not fit its question and was not saved. What you wrote is still on the screen.
    .remedy = Correct the answer, or choose “Unknown” or “Prefers not to say”.

err-out-of-date = Something changed elsewhere while this was on the screen. What you just did was not applied.
    .remedy = Look at the new state, then decide again.

err-not-yours = This workspace or role may not do that. Nothing was changed.
    .remedy = If it is needed, ask the center head or whoever grants access.

err-handed-over = Another center goes on with this case, so here it can only be read. Nothing was changed.
    .remedy = If there is something to note, call the center that has the case. If it was offered to you, take it over first.

err-not-supervisor = { $known ->
    [0] This center has named no supervisor, so nothing was approved. Nothing changed.
   *[other] Only a supervisor approves. Nothing changed.
    }
    .remedy = { $known ->
    [0] Name a supervisor under Settings first.
   *[other] Ask a supervisor to approve it.
    }

err-against-will = { $line ->
    [DELETE] The person does not want deletion support. Nothing was requested.
    [ACCOMPANY] The person does not want to be accompanied. Nothing was recorded.
    [LEGAL] The person does not want help with police or law. Nothing was done.
    [MEDICAL] The person does not want medical support. Nothing was done.
    [PSYCH] The person does not want psychological support. Nothing was done.
    [COUNSEL] The person does not want counselling. Nothing was done.
   *[other] The person does not want this support. Nothing was done.
    }
    .remedy = If the person has changed their mind, record it on the support page first.

err-not-this-step = This does not follow from where things stand. Nothing changed.
    .remedy = Look at how far it is, and record the step that comes next.

err-asked-before = She was asked about a petition to this court before ({ $on }). Nothing was noted.
    .remedy = Look at the record first. It can be noted as asked again, where she wants to speak of it.

err-open-ends = Some things are still open: support lines ({ $lines }), tasks ({ $tasks }), referrals ({ $referrals }).
    .remedy = Finish them first, or choose to close them together.

err-last-supervisor = A center keeps at least one supervisor. Nothing was changed.
    .remedy = Name another supervisor first, then try again.

err-needs-approval = Another supervisor has to approve first. Nothing was destroyed.
    .remedy = Ask for the destruction. When another supervisor has opened with her own passphrase and approved, it can be carried out.

err-not-found = { $entity ->
    [case] That case is not on this computer.
    [interview] That interview is not on this computer.
   *[other] That record is not on this computer.
    } Other records are untouched.
    .remedy = Check the number; if the record is on another computer, receive its bundle first.

err-consent-missing = { $purpose ->
    [RECORD] There is no consent to record and keep, so the interview record was not started.
    [CENTRAL] There is no consent to share with the central center, so nothing was sent.
    [GUARDIAN] She is under 14 and no legal guardian has agreed, so nothing was done.
    [CENTER] There is no consent to share with another center, so nothing was sent.
    [MATCH] There is no consent to look for linked cases, so nothing was compared.
   *[other] There is no consent for this use, so it was not done.
    } Nothing left this computer just now.
    .remedy = Open the consents (F7), read them out and ask. Support goes on whatever the answer is.

err-on-hold = The law requires this record to be kept, so it was not destroyed. It is unchanged.
    .remedy = Check the reason and the date of the hold, and speak with the privacy officer.

err-unsuitable-place = { $why ->
    [network] A vault may not lie in a network folder.
    [removable] A vault may not lie on a USB stick or other removable medium.
    [synced] A vault may not lie in a folder that is synchronised to a cloud.
   *[other] A vault may not lie there.
    } Nothing was created.
    .remedy = Choose a folder on this computer’s own disk.

err-already-open = This vault is already open in another window. The records are safe.
    .remedy = Use the window that is open, or close it and try again.

err-not-a-paper = { $why ->
    [away] The file cannot be opened.
    [too-large] The file is too large to be read as a paper.
    [not-waiting] The paper does not wait for a time stamp.
    [locked] The paper is locked, and this passphrase does not open it.
    [root] A certificate chosen beside it cannot be read.
   *[other] This is no PDF paper that can be read.
    } The file is as it was.
    .remedy = Check the file, and its passphrase where it is locked, and choose again.

err-guideline-refused = { $why ->
    [away] The file cannot be opened.
    [too-large] The file is too large to be read as a guideline.
    [signature] The file was changed after it was signed.
    [signer] This guideline is not signed by a central desk that is enrolled here.
    [certificate] The certificate of the device that signed it is not valid.
    [older] This edition is older than the one in use.
    [not-central] Guidelines are signed at the central desk.
   *[other] This file cannot be read as a guideline.
    } The guideline in use is as it was.
    .remedy = { $why ->
    [older] If an older edition is needed, say so and take it again.
    [signer] Check whether the file came from the central desk and whether its keys were compared.
    [not-central] Ask the central desk for a signed file.
   *[other] Ask the central desk for the file again.
    }

err-seal-refused = { $why ->
    [away] The key file cannot be opened.
    [too-large] The file is too large to be a key file.
    [format] This is no key file (PKCS#12, .p12 or .pfx).
    [costly] This key file is made so that opening it would take far too long.
    [passphrase] The passphrase of the key file does not fit.
    [no-key] There is no private key or no certificate in the file.
    [mismatch] Key and certificate in the file do not belong together, or cannot be used for signing.
    [expired] The certificate ended on { $day }.
    [not-yet] The certificate is valid from { $day }.
    [purpose] This certificate is not for signing.
   *[other] The key file could not be opened.
    } Nothing was signed; no paper was issued and no number was used.
    .remedy = { $why ->
    [expired] Get the new certificate file and try again.
    [not-yet] Check the date of this computer.
    [passphrase] Check the input language and capital letters, and type it again.
    [no-key] Choose a key file that was exported together with its private key.
    [purpose] Choose a certificate file for signatures.
   *[other] Check the key file and try again, or issue the paper without a signature and stamp it by hand.
    }

err-weak-passphrase = { $why ->
    [short] The passphrase is short and could be guessed.
    [common] The passphrase is in common use and could be guessed.
    [personal] The passphrase contains your name or your center’s and could be guessed.
    [lock] A passphrase that locks a paper has ten letters or more, and is not overlong.
   *[other] The passphrase could be guessed.
    } The passphrase was not changed.
    .remedy = Join four or more unrelated words, or use “Suggest words”.

err-wrong-code = What was typed is not the printed code. The code is still valid.
    .remedy = Compare it with the recovery sheet, four characters at a time, and type it again.

err-not-conformant = The program that was tested does not keep the published formats.
    .remedy = Each line above names a case, what was expected and what came.

err-form-faulty = The form needs corrections and was not taken into use. The form used so far stays.
    .remedy = { $sheet ->
    [none] Pass the list of faults to whoever made the form.
   *[other] Correct sheet { $sheet }{ $row ->
        [none] {""}
       *[other] , row { NUMBER($row, useGrouping: 0) }
        }{ $column ->
        [none] {""}
       *[other] , column { $column }
        }, then check the form again.
    }

err-wording-refused = { $why ->
    [unknown] This is no phrase that can be changed.
    [language] Only Korean and English phrases can be changed.
    [empty] The phrase is empty.
    [long] The phrase is too long.
    [unseen] There are line breaks or unseen characters in the phrase.
    [glyph] There are characters in the phrase that cannot be printed.
    [dropped] A value of the original phrase is missing in the new one.
    [invented] There is a value in the new phrase that the original has not.
    [away] The file of phrases cannot be opened.
    [too-large] The file is too large to be one of phrases.
    [format] This is no file of phrases.
   *[other] The braces of the phrase cannot be read.
    } Nothing was changed.
    .remedy = Leave what stands in braces as it is, and change words only.

err-invalid-input = A value that was given cannot be used{ $what ->
    [none] {""}
   *[other] {" "}({ $what })
    }. Nothing was changed.
    .remedy = Check the value and try again.

err-policy-forbids = { $what ->
    [setting] This value is outside the bounds that IT has set.
    [drive] This drive is not one that may be used on this computer.
    [place] IT has set the mailboxes; they cannot be changed here.
    [role] This role cannot be given on this computer.
    [center] This computer is set up for another center.
   *[other] The policy of this computer does not allow it.
    } Nothing was changed.
    .remedy = What is set stands in Settings › Policy. If you need it, please ask IT.

err-policy-faulty = This policy has things to mend{ $faults ->
    [none] {""}
   *[other] {" "}({ NUMBER($faults) })
    }.
    .remedy = Mend the lines named above and check again. If it was signed, sign it anew.

err-last-backup = This is the only usable backup, so it was not deleted.
    .remedy = Make another backup first, then delete this one.

err-no-backup-place = { $why ->
    [inside] Backups cannot lie inside the vault’s own folder.
    [absent] The chosen folder is not there.
   *[other] Nobody has said yet where backups go.
    } The records are safe.
    .remedy = Choose a folder on another disk or a stick under “Settings › Backup and restore”.

err-unsuitable-file = { $why ->
    [not-a-file] A folder, a device or a link cannot be taken as evidence.
    [empty] The file is empty; there is nothing to take.
    [changed] The file changed while it was read and was not taken.
    [away] The file cannot be opened.
    [own] A file inside this program's own vault cannot be taken as evidence.
    [not-sealed] No file of this item is sealed on this computer.
    [never-shown] Only the fingerprint of this item is kept; it is not shown.
    [not-a-picture] This kind of file cannot be shown on the screen.
    [other-file] The file you chose is not the file of this item.
   *[other] This file cannot be taken as evidence.
    } Nothing was kept, and the file itself is as it was.
    .remedy = Check the file and choose again. The medium is only read.

err-stamp-refused = { $why ->
    [hash] This time-stamp answer belongs to another file.
    [nonce] This time-stamp answer is not for a request made here.
    [status] The time-stamping authority did not grant the request.
    [chain] The answer brings no certificate of its authority, so it could not be checked.
    [certificate] A certificate chosen beside it cannot be read.
    [signature] The signature of the time-stamp answer does not fit.
   *[other] This file cannot be read as a time-stamp answer.
    } Nothing was recorded.
    .remedy = Check which answer belongs to which request. If there is a certificate file, choose it together with the answer.

err-sheet-unread = { $why ->
    [too-large] The file would unpack to too much, so it was not opened. Nothing was changed.
    [too-many-rows] The file has more than { $limit } rows, so it was not opened. Nothing was changed.
    [too-wide] The table has too many columns, so it was not opened. Nothing was changed.
    [old-workbook] This is a workbook of an older kind or one with a password, so it was not opened. Nothing was changed.
    [not-a-workbook] No table is in this file, so it was not opened. Nothing was changed.
    [no-sheet] There is no sheet of that name. Nothing was changed.
    [newer] The records were written by a newer version, so they were not opened. Nothing was changed.
    [empty] There is nothing to read in this file. Nothing was changed.
   *[other] The file is damaged or is no table, so it could not be opened. Nothing was changed.
    }
    .remedy = { $why ->
    [too-large] Save only the sheet you need as a new file, then choose again.
    [too-many-rows] Save it as several files and take them one by one.
    [too-wide] Keep only the columns you need, save, then choose again.
    [no-sheet] Choose another sheet.
    [newer] Update this program, then try again.
    [empty] Choose another file.
   *[other] Save it as XLSX or CSV without a password, then choose again.
    }

err-nothing-to-send = Everything that may be sent has been sent.
    .remedy = There is nothing to do now. New records will appear under “To send”.

err-not-enrolled = The receiver’s keys have not been compared yet, so nothing was sent. The bundle stays here.
    .remedy = Compare the receiver’s words by phone under “Settings › Keys”, then accept them.

err-strangers = { $center ->
    [none] Records of a center that had this case before came along. Its keys have not been compared here yet, so those records were left out. The rest was taken in.
   *[other] Records of a center that had this case before ({ $center }) came along. Its keys have not been compared here yet, so those records were left out. The rest was taken in.
    }
    .remedy = Compare that center’s words by phone under “Settings › Keys”, accept them, and receive from the same place again.

## Locked: the vault stays shut

err-locked = The vault is locked. The records in it are safe.
    .remedy = Enter the passphrase to open it.

err-wrong-passphrase = The passphrase does not fit. The records are safe.
    .remedy = { $wait ->
    [none] Check the Korean/English mode and Caps Lock, then type it again.
    [0] Check the Korean/English mode and Caps Lock, then type it again.
   *[other] Check the Korean/English mode and Caps Lock, then type it again in { WAIT($wait) }.
    }

err-keyring-silent = This computer offers no secure store, so the vault was not opened. The records are safe.
    .remedy = Ask IT to set up the secure store. If it is urgent, the code on the recovery sheet opens the vault.

err-keyring-locked = This computer’s secure store is locked. The records are safe.
    .remedy = Unlock the secure store with your computer login, then open the vault again.

err-device-secret-missing = This vault’s device key is not on this computer. The records are safe.
    .remedy = Check that you are logged in with the account that made the vault; if so, open it with the code on the recovery sheet.

err-no-slot = The vault does not open with what was given. The records are safe.
    .remedy = Look for another passphrase or recovery code, and check that the vault number on the recovery sheet is this one.

## Unreachable: again in a while

err-unreachable = It cannot be reached just now. Your work has been kept.
    .remedy = Check the connection and try again.

err-mailbox-away = { $mailbox ->
    [none] The mailbox cannot be reached.
   *[other] The mailbox “{ $mailbox }” cannot be reached.
    } The bundle is safe on this computer.
    .remedy = Check that the stick is in, or that the folder or server is connected, and try again.

err-mailbox-refuses = { $why ->
    [password] The server “{ $mailbox }” does not accept the name or password.
   *[other] The server “{ $mailbox }” does not allow that to this account.
    } The bundle is safe on this computer.
    .remedy = { $why ->
    [password] Enter name and password again on the page “Places to send” of the settings, or ask IT.
   *[other] Ask IT whether this account may write there.
    }

err-mailbox-odd = { $why ->
    [certificate] The server “{ $mailbox }” is not the one that was known. Nothing was sent.
    [redirect] The server “{ $mailbox }” points somewhere else. It was not followed.
    [address] The address of the mailbox “{ $mailbox }” cannot be used.
    [occupied] Another file or folder stands where the mailbox of “{ $mailbox }” should be. It was left as it is.
   *[answer] The server “{ $mailbox }” did not answer as a mailbox does.
    } The bundle is safe on this computer.
    .remedy = { $why ->
    [certificate] Ask IT whether its certificate was changed. Until then a stick can be used.
    [address] An address has to begin with https://. Enter the one IT gave you again.
    [occupied] Use another stick or folder, or rename “intake-mailbox” on it and try again.
   *[other] Ask IT to check the address. Until then a stick can be used.
    }

err-read-only-place = { $place ->
    [vault] The place of the records cannot be written to.
    [none] That place cannot be written to.
   *[other] { $place } cannot be written to.
    } The records are safe.
    .remedy = { $place ->
        [vault] Restart the computer. If it stays so, tell IT that the home folder of this account cannot be written to.
       *[other] Release the write protection or choose another place.
    }

err-no-room = { $free ->
    [none] There is not enough space.
   *[other] There is not enough space: { SIZE($free) } are left.
    } Everything recorded so far is safe.
    .remedy = { $needed ->
    [none] Delete files that are not needed, then try again.
   *[other] Make at least { SIZE($needed) } of space, then try again.
    }

err-backup-away = The place of backups cannot be reached. The records on this computer are safe.
    .remedy = Check that the stick is in or the folder connected, and try again.

err-busy = Other work is still going on. Your work is unchanged.
    .remedy = Please try again in a moment.

err-not-installed = An optional part that this needs ({ $extra }) is not on this computer.
    .remedy = Ask IT to add it. Everything else works as before.

err-no-memory = The memory did not suffice to finish. Nothing was left on the disk.
    .remedy = Close other programs, or try again on a computer with more memory.

## Untrusted: stop and leave it as it is

err-untrusted = What arrived cannot be trusted and was not applied. The records are unchanged; what arrived was put aside.
    .remedy = Do not try again. Tell your IT person the code below.

err-bad-signature = The signature is absent or does not fit the contents. Nothing was applied; what arrived was put aside.
    .remedy = Phone the sender to ask whether they sent it, and tell your IT person.

err-unknown-device = It was signed by a device that is not enrolled here. Nothing was applied; what arrived was put aside.
    .remedy = The sending center must be enrolled first. Compare the words by phone, accept them, then receive again.

err-certificate-refused = { $why ->
    [expired] The sending device’s certificate has expired.
    [early] The sending device’s certificate is not valid yet.
    [revoked] The sending device’s certificate has been revoked.
   *[other] The sending device’s certificate does not allow this.
    } Nothing was applied; what arrived was put aside.
    .remedy = { $why ->
    [expired] Tell the center that sent it. Once it has renewed the certificate, receive again. Your own work goes on as it is.
    [early] See whether date and time of both computers are today’s.
    [revoked] It may come from a laptop that was lost or is no longer used. Telephone that center by a number you know. The laptop has to be enrolled anew before it can send again.
   *[other] Ask the sender’s IT person for a new certificate, and check that both computers show the right date.
    }

err-broken-chain = The records do not continue where they claim to. Nothing was applied; what arrived was put aside.
    .remedy = Ask the sender whether a bundle is missing, and tell your IT person the code below.

err-not-for-us = { $why ->
    [key] This bundle does not open with the keys we have now. It may have been sealed before the key was changed, or for somebody else.
   *[other] This bundle was sealed for somebody else and does not open here.
    } Its contents stay sealed.
    .remedy = { $why ->
    [key] Telephone the sender and ask for it once more. The sender’s records are as they were, and it is sealed with the new key. This medium can be cleared.
   *[other] Ask the sender whether the right receiver was chosen.
    }

err-cut = The file was not copied to its end. Nothing was applied.
    .remedy = Copy it again from the sender’s medium, or ask for the same bundle once more.

err-altered = The contents were changed after sealing. Nothing was applied; what arrived was put aside.
    .remedy = Keep this medium as it is and tell the sender and your IT person. Ask for the bundle again.

err-program-altered = A file of this program is not what its makers signed. It was not used, and no record was touched.
    .remedy = Tell your IT person and ask for the program to be installed again. The records stay as they are.

err-malformed = This is not a file in the published format. Nothing was applied.
    .remedy = Check that it is the right file; if so, ask the sender to make it again.

err-oversized = It is larger than it declares or than is allowed. Nothing was applied.
    .remedy = Do not open it. Keep it as it is and tell your IT person.

err-backup-unfit = { $why ->
    [missing] A file of the backup is missing ({ $member }).
    [hash] A file of the backup was changed after it was made ({ $member }).
    [signature] The backup’s signature does not fit its contents.
    [name] The backup’s folder is not named as it says inside. It may be another day’s backup under a new name.
    [keys] The key file is of another vault.
    [foreign] This backup is another device’s, or was signed by one.
    [link] Something in the backup is not a plain file ({ $member }).
    [pages] Part of the backup is damaged.
    [chain] The records in the backup do not join up.
    [differs] The backup does not hold what was noted when it was made.
   *[other] This is not an Ieum backup, or not a whole one.
    } Nothing was restored; the records that are here are unchanged.
    .remedy = Leave this backup as it is and choose another day’s, or tell your IT person the code below.

err-key-file-altered = The key file was changed outside this program. The vault was not opened; the records are still there.
    .remedy = Stop using this computer and tell your IT person. A backup and the recovery sheet can restore the vault.

## Damaged: not what was written

err-damaged = What lies on the disk is not what was written. What is left has not been changed.
    .remedy = Stop recording and follow the recovery page.

err-damaged-vault = Part of the vault is damaged. The readable part has not been changed.
    .remedy = Stop recording, copy the whole vault folder, and restore the last backup.

err-damaged-key-file = Neither copy of the key file can be read. The vault file is still there.
    .remedy = Put the key file from the backup back, or go to your IT person with the recovery sheet.

err-damaged-attachment = One attachment is damaged and does not open. Other records and attachments are safe.
    .remedy = Fetch that attachment again from the backup or from where it came.

## The rest

err-too-new = { $what ->
    [bundle] The bundle was made by a newer version.
    [vault] This vault was used with a newer version.
   *[other] This was made by a newer version and cannot be read yet.
    } It is kept untouched.
    .remedy = Update the program; it will then go on by itself.

err-cancelled = Cancelled. Nothing was left behind.
    .remedy = You can start again whenever you like.
