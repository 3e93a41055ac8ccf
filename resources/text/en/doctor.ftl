# The doctor: whether computer, program and vault are fit for work. Ids and counts, never a case.

progress-doctor = Looking at the computer and the vault.

doctor-title = Computer check-up
doctor-help = Looks whether the computer, the program and the vault are in order. It reads ids and counts, never what was said in an interview.
doctor-again = Check again
doctor-save = Save the result
doctor-first-aid = Save the first-aid sheet (PDF)
doctor-deep = Check the whole vault too
settings-doctor = Computer check-up

safe-title = Safe mode
safe-help = Safe mode opens with a plain screen and begins nothing by itself: no sending and receiving, no backup, no comparing. Whatever you press works as always. The records are the same. The installed version runs, not an update beside it, unless the records were already changed by that update.
safe-is-on = Safe mode is on. Sending, receiving, backups and comparing do not begin by themselves.
safe-enter = Restart in safe mode
safe-leave = Restart as usual
safe-offer = Last time it did not open
safe-offer-body = Ieum stopped at least twice before it came to a page. The records are untouched. Please try safe mode.
safe-open = Open in safe mode
safe-usual = Open as usual

crash-go-on = Go on working
crash-save = Save to a file
crash-restart = Restart in safe mode
crash-report = What IT is given
crash-inside = This is all of it: the kind of the fault and its place in the program, the kind of computer, and the newest lines of the program's log. No words of an interview and no names. Read it, save it, give it. Nothing is sent by itself.
crash-file = ieum-fault.txt
crash-no-screen = There is no screen to open a window on. Open it from the desktop. In a terminal, ieum doctor is there.
crash-early = Ieum could not start. The records are untouched. Restart the computer and try again. If it stays so, give what stands below to IT. Nothing said in an interview is in it.

doctor-open = Computer check-up
doctor-close = Close the check-up
doctor-list = Result of the check-up
doctor-working = Looking
doctor-gate-more = What to do is written under “Computer check-up” below.
doctor-state-ok = ok
doctor-state-note = note
doctor-state-broken = to repair
doctor-summary = { $broken ->
    [0] { $notes ->
        [0] Everything is in order.
        [one] Nothing needs repair. There is one thing to note.
       *[other] Nothing needs repair. There are { NUMBER($notes) } things to note.
    }
   *[other] { $notes ->
        [0] { NUMBER($broken) } to repair.
       *[other] { NUMBER($broken) } to repair, { NUMBER($notes) } to note.
    }
    }
doctor-report-title = Ieum check-up
doctor-report-inside = This file holds the state of the computer and the program, ids and counts. Nothing about a case or a person is in it. Read it, then give it to IT.
doctor-report-file = ieum-check-up.txt

doctor-system-fine = This computer is supported ({ $system } { $release }, { $machine }).
doctor-system-other = This kind of computer was not tested ({ $system } { $release }, { $machine }).
    .remedy = It may be used. If anything is odd, tell IT this line.

doctor-program-whole = The program is as it was released (version { $version }, files checked: { NUMBER($files) }).
doctor-program-source = The program runs from its source (version { $version }). There is no signed list of files.
doctor-program-trial = The program is as it was built (version { $version }, files checked: { NUMBER($files) }). It is a trial build.
    .remedy = For real interviews use the program that was released for your center.
doctor-program-altered = { $files ->
        [one] One file of the program is not as it was released.
       *[other] { NUMBER($files) } files of the program are not as they were released.
    }
    .remedy = Do not type your passphrase. Ask IT to install it again. The records lie apart from the program and stay.
doctor-program-unsigned = It cannot be told whether the program was signed ({ $why }).
    .remedy = Do not type your passphrase. Ask IT to install it again. The records lie apart from the program and stay.

doctor-policy-fine = The policy file has no mistakes.
doctor-policy-none = This computer has no policy file. The program's own values are in force.
doctor-policy-wrong = The policy file has { $faults ->
        [one] one mistake (on line { $line }).
       *[other] { NUMBER($faults) } mistakes (the first on line { $line }).
    } There the strictest value is in force.
    .remedy = IT mends the line: see Settings, Policy, or ieum policy check. Interviews can go on.
doctor-policy-unbelieved = The policy file cannot be believed and is not followed ({ $why }). The strictest values are in force.
    .remedy = Ask IT to look at the signature and the rights of the policy file. Interviews can go on.
doctor-policy-older = The policy file (number { $serial }) is older than one that was followed here before (number { $newest }) and is not followed. The strictest values are in force.
    .remedy = Somebody may have put an old file back. Ask IT to put the new policy there, or to raise its serial above { $newest }. Interviews can go on.
doctor-policy-misnumbered = The number (serial) of the policy file cannot be read{ $line ->
        [0] {""}
       *[other] {" "}(line { $line })
    }, so it may be older than one that was followed here before (number { $newest }) and is not followed. The strictest values are in force.
    .remedy = IT mends the line and signs the file anew: see Settings, Policy, or ieum policy check. Interviews can go on.
doctor-policy-gone = A policy with the number { $newest } was followed here before, and there is no policy file. The strictest values are in force.
    .remedy = Ask IT to put the policy file back. Interviews can go on.

doctor-clock-fine = The computer's clock is right.
doctor-clock-behind = The computer's date is late by at least { $days ->
        [one] one day.
       *[other] { NUMBER($days) } days.
    }
    .remedy = Set the computer's date and time to today, then open Ieum again. Interviews may go on, but their dates will be wrong.
doctor-clock-back = The computer's date went back { $days ->
        [one] one day
       *[other] { NUMBER($days) } days
    } from when it was last used.
    .remedy = Set the computer's date and time to today, then open Ieum again. The records are untouched.
doctor-clock-ahead = The computer's date is ahead by about { $years ->
        [one] one year.
       *[other] { NUMBER($years) } years.
    }
    .remedy = Set the computer's date and time to today, then open Ieum again. Interviews may go on, but their dates will be wrong.

doctor-home-fine = Records can be written where they lie.
doctor-home-readonly = Nothing can be written where the records lie. What is typed now would not be kept.
    .remedy = Restart the computer. If it stays so, tell IT that the home folder of this account is read-only. What was recorded so far is untouched.

doctor-disk-fine = There is room on the disk ({ SIZE($free) } free).
doctor-disk-low = The disk is getting full ({ SIZE($free) } free).
    .remedy = Empty the bin and move files that are not used.
doctor-disk-full = There is almost no room on the disk ({ SIZE($free) } free). What is typed may not be kept.
    .remedy = Empty the bin first, then move downloaded files elsewhere. Leave the folder of Ieum alone.
doctor-disk-unknown = It cannot be told how much room there is on the disk.
    .remedy = Look at the free space in the file manager.

doctor-rights-fine = Only this account sees the folder of the records ({ $mode }).
doctor-rights-none = There is nothing to say about the rights of the folder.
doctor-rights-open = Other accounts of this computer can look into the folder of the records ({ $mode }). Its content is encrypted.
    .remedy = Ask IT to set the rights of the folder to 700.
doctor-rights-other = The folder of the records is not this account's.
    .remedy = Make sure that you are logged in with the account that made the vault. If so, ask IT to mend the owner of the folder.

doctor-place-fine = The records lie on this computer's disk.
doctor-place-network = The records lie on a network drive. A lost connection may damage them.
    .remedy = Ask IT to move them to this computer's disk.
doctor-place-removable = The records lie on a drive that can be pulled. Pulling it may damage them.
    .remedy = Ask IT to move them to this computer's disk.
doctor-place-cloud = The records lie in a folder that a cloud copies. They may be copied outside.
    .remedy = Ask IT to move them out of the cloud folder.

doctor-keyring-fine = The computer's keyring answers.
doctor-keyring-file = The device key lies in a file, not in a keyring. Policy allows it, but it is weaker.
    .remedy = Ask IT whether a keyring can be used.
doctor-keyring-silent = This computer has no keyring. The passphrase alone does not open the vault.
    .remedy = Log out and in again. If it stays so, ask IT to install a keyring (gnome-keyring or KWallet). If it is urgent, the code of the recovery sheet opens it.
doctor-keyring-nowhere = This computer has no keyring. A vault cannot be made like this.
    .remedy = Log out and in again. If it stays so, ask IT to install a keyring (gnome-keyring or KWallet).
doctor-keyring-locked = The keyring is locked.
    .remedy = Unlock it with your login password, then open Ieum again.
doctor-keyring-missing = The keyring answers, but the device key of this vault is not in it. The passphrase alone does not open the vault.
    .remedy = Make sure that you are logged in with the account that made the vault. If so, open it with the code of the recovery sheet.

doctor-input-fine = Korean can be typed.
doctor-input-terminal = There is no screen here, so the Korean input method was not looked at.
doctor-input-asleep = There is a Korean input method, but it is not running.
    .remedy = Log out and in again. If it stays so, choose IBus as the input method in the settings and add Korean (Hangul).
doctor-input-fcitx = The input method is fcitx. There a space may overtake the last syllable.
    .remedy = Ask IT to change to ibus-hangul. Until then finish a syllable before you type a space.
doctor-input-none = No Korean input method was found. Korean cannot be typed.
    .remedy = Ask IT to install ibus-hangul, then choose IBus and Korean (Hangul) as the input method in the settings. Until then text written elsewhere can be pasted.
doctor-input-english = This computer has no Korean keyboard. Korean cannot be typed.
    .remedy = Add Korean in the Windows settings: Time and language → Language.
doctor-input-plugin = The program lacks its part for Korean input. Korean cannot be typed.
    .remedy = Ask IT to install it again. The records lie apart from the program and stay.

doctor-vault-absent = This account has no vault yet.
doctor-vault-sound = The vault looks whole from outside ({ SIZE($size) }{ $held ->
        [1] , open now
       *[other] {""}
    }).
doctor-vault-unfinished = Making a vault was cut short here. There is no record in it.
    .remedy = Open Ieum and begin anew. What is left is swept by itself.
doctor-vault-unread = The folder of the vault cannot be read.
    .remedy = Make sure that you are logged in with the account that made the vault, and ask IT to look at the rights of the folder.
doctor-vault-no-file = The key file is there, but the vault file is not.
    .remedy = Make nothing new in the folder. Restore the last backup.
doctor-vault-no-keys = The vault file is there, but the key file is not.
    .remedy = Leave the folder as it is and put the key file of a backup back.
doctor-vault-keys = Both copies of the key file are unreadable. The vault file is untouched.
    .remedy = Leave the folder as it is and put the key file of a backup back.
doctor-vault-too-new = A newer Ieum made this vault. It was not touched.
    .remedy = Update the program, then open it.
doctor-vault-cut = The vault file is cut off in the middle ({ SIZE($size) }).
    .remedy = Stop recording, copy the whole folder of the vault, then restore the last backup.
doctor-vault-plain = Another file lies in the place of the vault, and it is not encrypted.
    .remedy = Stop recording, copy the whole folder of the vault, then restore the last backup.
doctor-vault-head = The head of the vault file does not fit the key file. It is damaged, or of another vault.
    .remedy = Stop recording, copy the whole folder of the vault, then restore the last backup.

doctor-keys-fine = Both copies of the key file are whole (passphrases { NUMBER($passphrases) }, recovery codes { NUMBER($codes) }, recovery keys { NUMBER($recoveries) }).
doctor-keys-one-copy = Only one of two copies of the key file is whole (passphrases { NUMBER($passphrases) }, recovery codes { NUMBER($codes) }, recovery keys { NUMBER($recoveries) }).
    .remedy = Opening it once mends the other by itself.
doctor-keys-no-code = This vault has no recovery code (passphrases { NUMBER($passphrases) }, recovery keys { NUMBER($recoveries) }).
    .remedy = Tell IT. In a terminal, ieum setup renew-code makes a new code to be kept.
doctor-keys-altered = Somebody else changed the key file. The vault is open and sound.
    .remedy = Leave the key file as it is and tell IT.

doctor-log-fine = The program's log shows no mistakes ({ SIZE($size) }).
doctor-log-unwritten = The program's log cannot be written. Work is not affected.
    .remedy = Tell IT this line when a fault has to be found.
doctor-log-faults = The program's log shows { $mistakes ->
        [one] one recent mistake.
       *[other] { NUMBER($mistakes) } recent mistakes.
    }
    .remedy = Save the result and give it to IT. It holds nothing that was said in an interview.

doctor-check-failed = One of the checks could not be finished ({ $which }, { $kind }).
    .remedy = The other results are right. Tell IT this line.

doctor-pages-fine = Every page of the vault is as it was written ({ SIZE($size) } checked).
doctor-pages-damaged = { $pages ->
        [one] One page of the vault is damaged.
       *[other] { NUMBER($pages) } pages of the vault are damaged.
    }
    .remedy = Stop recording, copy the whole folder of the vault, then restore the last backup.
doctor-ledger-fine = Every signature and the order of the ledger are right.
doctor-ledger-problems = { $problems ->
        [one] One place of the ledger does not fit.
       *[other] { NUMBER($problems) } places of the ledger do not fit.
    }
    .remedy = Leave the records as they are, save the result and give it to IT.
doctor-ledger-parked = The ledger is right. { $parked ->
        [one] One entry waits to be taken in.
       *[other] { NUMBER($parked) } entries wait to be taken in.
    }
    .remedy = What waits is taken in by itself with the sender's next bundle.
doctor-trust-fine = This computer's certificate is valid (known bodies: { NUMBER($parties) }).
doctor-trust-waiting = This computer was not let in by its center yet (known bodies: { NUMBER($parties) }).
    .remedy = Fetch the answer file from the first computer and take it under Settings, Keys.
doctor-trust-ending = This computer's certificate ends soon (known bodies: { NUMBER($parties) }).
    .remedy = Renewal is asked for by itself. How it stands is shown under Settings, Keys.
doctor-trust-revoked = This computer's certificate was taken back (known bodies: { NUMBER($parties) }).
    .remedy = Send nothing and ask the head of your center. The records are untouched.
doctor-library-fresh = The library is fresh (edition { NUMBER($edition) }, days since it was signed: { NUMBER($days) }).
doctor-library-none = No library is used.
doctor-library-old = The library is old (edition { NUMBER($edition) }, days since it was signed: { NUMBER($days) }).
    .remedy = Send and receive once, or fetch a stick with the new one from the central desk.
doctor-library-expired = The library has expired (edition { NUMBER($edition) }, days since it was signed: { NUMBER($days) }).
    .remedy = Send and receive once, or fetch a stick with the new one from the central desk.
doctor-backup-fine = Backups are not behind.
doctor-backup-late = Backups are behind, or no place for them was chosen.
    .remedy = Choose a place under Settings › Backup and restore, and make one.
doctor-stamps-fine = The times of the records are in order.
doctor-stamps-ahead = The newest record is { $days ->
        [one] one day
       *[other] { NUMBER($days) } days
    } ahead of now.
    .remedy = Make sure that the computer's date and time are right. If they are, a supervisor can put the times right under “Exchange”.
