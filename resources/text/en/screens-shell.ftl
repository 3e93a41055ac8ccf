### Lock, first run, send and receive, settings, cover.

cover-name = Blank calendar

## Lock screen

unlock-passphrase = Passphrase
unlock-open = Open
unlock-opening = Opening the vault
unlock-wait = Try again in { WAIT($seconds) }
unlock-lost = Forgot the passphrase?
unlock-lost-title = Open with the code of the recovery sheet
unlock-code = Recovery code
unlock-code-help = The 26 characters on the printed recovery sheet. Spaces and capitals do not matter.
unlock-new = New passphrase
unlock-new-again = New passphrase again
unlock-recover = Open with the new passphrase
unlock-recovering = Opening with the recovery code

## First run

setup-title = First start
setup-language = Language
setup-language-hint = The language of the window. It can be changed later in the settings.
setup-center = Center and computer
setup-center-hint = These names go into case numbers and sealed bundles.
setup-role = What this computer is for
setup-role-center = Support center
setup-role-central = Central desk
setup-center-code = Center code
setup-center-code-help = Capital letters, e.g. IC
setup-center-name = Name of the center
setup-device-name = Name of this computer
setup-device-name-help = Tells it from the others, e.g. Room 1
setup-counselor = Who uses it
setup-counselor-help = The name that stands in the record
setup-passphrase = Passphrase
setup-passphrase-hint = Everything on this computer is encrypted. The passphrase is stored nowhere and cannot be brought back. Several words that have nothing to do with each other are best.
setup-passphrase-again = Passphrase again
setup-suggest = Suggest words
setup-suggested = These words are a suggestion. Keep them on paper only until you know them, and type them once more below.
setup-create = Make the vault
setup-creating = Making the vault
setup-recovery = Recovery sheet
setup-recovery-hint = If the passphrase is forgotten, only the code on this paper opens the vault. Print it and keep it locked away. Without a printer, show the code and copy it by hand.
setup-recovery-save = Save to a stick
setup-recovery-show = Show the code
setup-recovery-code = Recovery code
setup-recovery-type = Type the code that is on the paper
setup-recovery-type-help = This makes sure that it is kept. Spaces and capitals do not matter.
setup-recovery-next = Confirm
setup-central = The other side's keys
setup-central-hint = Only those you confirm here can open what you send. Read the words to each other by telephone and make sure they are the same.
setup-mailbox = Mailbox
setup-mailbox-hint = The place where sealed bundles are left and picked up.
mailbox-none = None
mailbox-folder = Stick or folder
mailbox-none-help = Without a mailbox you can still send over a stick at any time.
mailbox-place = Folder
mailbox-place-help = Only sealed bundles are left there. Nobody who opens them sees what is inside.
mailbox-trying = Leaving a test letter
mailbox-tried = A test letter was left in the mailbox and taken out again. It can be used.

## The next laptop of a center

setup-way = This laptop is
setup-way-first = the first laptop of this center
setup-way-next = one more of a center already in use
setup-center-file = Open a center file (center.toml)
setup-center-file-kind = Center file
center-file-read = { $name } was read. Check what it says.
center-file-unreadable = That file cannot be read. Nothing was changed. Choose another one or type it in.
center-file-large = That is too large for a center file. It was not read. Choose another one or type it in.
center-file-other = That is not a center file. Nothing was changed. Ask IT for the file again or type it in.
center-file-empty = The file names no center code and no name. Nothing was changed. Ask IT for the file again or type it in.
center-file-value = The file has a value that cannot be used. Nothing was changed. Ask IT for the file again or type it in.
setup-join = Join the center
setup-join-hint = The center's first laptop must let this one in before cases can be kept here. Carry the request file there and bring the answer file back. If the window is closed, it goes on from here.
setup-join-first = 1. Save the request file to a stick and open it on the center's first laptop, under Settings › Keys. The words shown there must be these.
setup-join-save = Save the request file
setup-join-then = 2. Open the answer file from the first laptop.
setup-join-open = Open the answer file
setup-join-compare = Open Settings › Keys on the center's first laptop and compare the words of “Our keys” there with these, in order.
setup-join-no-answer = That is a request, not an answer. Choose the answer file from the first laptop.
setup-join-taken = The center let this laptop in. It can be used after opening again.
setup-join-again = Open again


## Keys

keys-ours = Our keys · { $name } ({ $code })
keys-theirs-organisation = The keys of { $name } ({ $code })
keys-theirs-device = Request of a new laptop · { $name } ({ $code })
keys-compare-device = Compare these words with those on the screen of the new laptop, in order. If all are the same, an answer file is made. Carry it to the new laptop.
keys-device-elsewhere = This request comes from a laptop of another center ({ $code }). This center is { $ours }. It was not let in. Check the center code on the new laptop.
keys-answer-saved = The new laptop is let in. Open { $name } there.
keys-taken-title = The center's answer was taken
keys-taken = After locking and opening again, this laptop is one of the center's.
keys-string = Key to seal to (text)
keys-code-help = The text and the square code are the same key. Whoever takes it still compares the words by telephone.
keys-show-code = Show text and square code
keys-hide-code = Hide text and square code
keys-print-ours = Print the key sheet
keys-compare = Call the person who sent this file and read these words to each other, in order. Do not use a number that came with the file.
keys-same = All words are the same
keys-different = They differ
keys-not-accepted = Not accepted. Ask for the file again and tell IT.
keys-cannot-read = That file cannot be read. Choose another one.
keys-save-ours = Save our enrolment file
keys-open-theirs = Open their enrolment file
keys-copy = Copy the key as text
keys-accepted = Confirmed
keys-kind-center = Support center
keys-kind-central = Central desk
keys-kind-device = A computer of our center

## Send and receive

send-column-waiting = To send
send-column-sent = Sent
send-column-received = Received
send-waiting-none = Nothing to send.
send-sent-none = No bundle was sent yet.
send-received-none = No bundle was received yet.
send-nobody = Nothing can be sent: nobody's keys are confirmed yet.
send-compare-keys = Confirm the other side's keys
send-waits = { $cases ->
    [one] { $cases } case
   *[other] { $cases } cases
    } · { $records ->
    [one] { $records } record
   *[other] { $records } records
    }
send-nothing = Nothing new to send.
send-records = { $count ->
    [one] { $count } record
   *[other] { $count } records
    }
send-receipt = Receipt { MOMENT($ms) }
send-what = What goes
send-what-hint = Only cases with consent to share go. Those that stay are listed below with the reason.
send-to = Receiver
send-goes-name = Cases that go
send-stays-name = Cases that stay
send-counting = Counting what goes
send-goes = { $cases } going · { $records ->
    [one] { $records } record
   *[other] { $records } records
    } · about { SIZE($size) }
send-stays = { $cases ->
    [one] { $cases } case stays
   *[other] { $cases } cases stay
    }
send-tells = The receiver is told that consent was taken back for { $cases ->
    [one] { $cases } case
   *[other] { $cases } cases
    }. Nothing of them goes.
send-finish-lock = Finish and lock
receive-nothing = There is no new bundle for us.
receive-result = { $items ->
    [one] { $items } bundle was checked.
   *[other] { $items } bundles were checked.
    } { $cases ->
    [one] { $cases } case changed.
   *[other] { $cases } cases changed.
    }

receive-withdrawn = Consent was taken back for { $cases ->
    [one] { $cases } case
   *[other] { $cases } cases
    }. Nothing is erased by itself. A person decides what to erase.
receive-unanswered = No receipt could be left on this medium for: { $names }. It is left when this medium is received from again.

## Settings

settings-group-screen = Screen
settings-group-people = People and protection
settings-group-exchange = Exchange
settings-group-work = Work
settings-group-papers = Papers
settings-group-safety = Safekeeping
settings-group-program = Program
settings-display = Display
settings-lock = Lock
settings-keys = Keys
settings-mailbox-keep = Try it and use it
settings-forms = Forms
settings-care = Check of records
settings-about = This computer
settings-scale-help = The text size changes with the next start.
settings-lock-and-apply = Lock now and apply
settings-lock-help = After this time without a key or a click everything is saved and locked. It also locks when the computer sleeps or is locked.
settings-passphrase = Change the passphrase
settings-passphrase-old = Present passphrase
settings-passphrase-new = New passphrase
settings-passphrase-again = New passphrase again
settings-passphrase-change = Change the passphrase
settings-passphrase-changed = The passphrase is changed. Use the new one from the next time on.
settings-keys-title = Our keys and theirs
settings-forms-title = Forms in use
settings-form-version = version { $version }
settings-verify-title = Check of records
settings-verify-help = Every page of the vault and the chain of records is checked. You can go on working.
settings-verify = Check now
settings-verifying = Checking
about-center = Center
about-device = Computer
about-counselor = Used by
about-role = Role
about-folder = Where the vault lies
about-version = Version

## Names of settings (display, lock)

setting-language = Language
setting-theme = Brightness
setting-theme-system = As the system
setting-theme-light = Light
setting-theme-dark = Dark
setting-scale = Size of text and window
setting-lock-minutes = Locks by itself after
setting-lock-minutes-value = { NUMBER($minutes) } min

setup-recovery-again = The code was not confirmed last time. Type the passphrase to make a new one, and destroy any sheet printed before.
setup-recovery-renew = Make a new code
