# The first-aid sheet: one page beside the laptop. Nothing secret, nothing about anybody.

paper-first-aid-file = ieum-first-aid.pdf
paper-first-aid-title = Ieum first aid
paper-first-aid-lead = When Ieum does not open or is odd, do this, in this order. If it is urgent, write on paper and copy it later. The person comes first.
paper-first-aid-passphrase = Forgotten passphrase
    .do = Press “Forgot the passphrase?” on the lock screen and type the 26-character code of the recovery sheet. Choose a new passphrase and it opens. However often it is wrong, no record is erased. Without the sheet, call the head of your center.
paper-first-aid-start = It does not start
    .do = Restart the computer. After two failed starts Ieum offers safe mode. If that does not help, read the result of “Computer check-up” on the lock screen, or of ieum doctor in a terminal, to IT.
paper-first-aid-altered = It says the program was altered
    .do = Do not type your passphrase. Leave the computer as it is and call IT. Installing it again is enough; the records lie apart and stay.
paper-first-aid-lost = The laptop is lost
    .do = Telling comes before searching. Tell the head of your center and IT at once. On another computer press “Report lost” under Settings › Backup and restore. The report is due within 72 hours of learning of it.
paper-first-aid-clock = The date is wrong
    .do = Set the computer's date and time to today and open Ieum again. If somebody is with you, finish the interview first.
paper-first-aid-input = Korean cannot be typed
    .do = Press the Hangul key, then log out and in again. If it stays so, ask IT for a Korean input method (ibus-hangul). Until then write on paper.
paper-first-aid-disk = The disk is full
    .do = Empty the bin and move downloaded files. Never delete the folder of Ieum. What you were typing is kept.
paper-first-aid-damaged = It says the vault is damaged
    .do = Write nothing more. Leave the folder as it is and call IT. The last backup can be restored.
paper-first-aid-call = Whom to call
paper-first-aid-call-it = IT (name, phone)
paper-first-aid-call-head = Head of the center (name, phone)
paper-first-aid-call-central = Support of the central desk (phone)
