# This program: its signed list of files, and the page about it
progress-program-files = Looking through the program's files

settings-program = This program
program-version = Version
program-channel = Kind
program-channel-release = Official build
program-channel-development = For trying out (not officially signed)
program-channel-source = Running from source
program-made = Made on
program-commit = Source commit
program-system = System
program-python = Its own Python
program-folder = Installed in
program-source = This is not an installed program: it runs from source. There is no signed list of files, so there is nothing to compare.
program-files = Program files
program-files-body = At every start all files are compared with the signed list. You can also look again now.
program-look = Look again
program-not-looked = Looked at when it started
program-whole = As they were signed
program-whole-of = All { $files } files ({ $size }) were looked at.
program-altered = Not as they were signed
program-altered-do = Close the program when this interview is over, and tell your IT person. The records stay as they are.
program-key = Signing key { $key }
    To read over the telephone: { $words }

altered-title = Files of this program were changed
altered-body = Files of the program on this computer are not what its makers signed. This also happens when an installation was interrupted or a disk is failing. To be safe, it stopped and does not ask for your passphrase.
altered-safe = Your records are as they were. They were not opened and not changed.
altered-step-stop = 1. Type no passphrase on this computer, and close the program.
altered-step-tell = 2. Show this page to your IT person, or read out what stands below.
altered-step-again = 3. Once the program is installed again you go on where you were; the records stay. Until then, write on another computer or on paper.
altered-close = Close the program
altered-copy = Copy what stands below
altered-copied = Copied.
altered-for-it = For your IT person
altered-why-no-list = The list of files (FILES.sha256) is missing or cannot be read.
altered-why-no-signature = The signature of the list (FILES.sha256.sig) is missing.
altered-why-no-signers = The file of trusted keys (release.signers) is missing or cannot be read.
altered-why-bad-signature = The signature does not fit the list of files.
altered-why-unknown-key = It was signed by a key that this program does not know.
altered-why-unreadable = There is a folder that cannot be read.
altered-changed = Changed
altered-missing = Missing
altered-extra = Not on the list
altered-more = and { $count } more
altered-build = Version { $version } · { $folder }
altered-key = Signing key { $key }
