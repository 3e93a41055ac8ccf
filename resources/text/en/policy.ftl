# Policy: what IT decided for this computer
settings-policy = Policy
policy-help = What IT has decided for this computer. It can only be read here.
policy-file = File
policy-signer = Signed by
policy-key = { $key }
    To read over the telephone: { $words }
policy-next-start = When the file is changed, it counts from the next time this is opened.
policy-faults = Lines to mend
policy-faults-help = These lines cannot stand, so the strictest value is used instead of what was meant. Every other line counts, and work goes on. Please tell IT.
policy-line = Line { $line }
policy-whole-file = The whole file
policy-line-of = { $file }, line { $line }
policy-whose-program = the program’s value
policy-whose-policy = policy, line { $line }
policy-whose-policy-set = policy
policy-whose-strict = strict value
policy-mailboxes = Preset mailboxes
policy-mailboxes-help = The policy sets where these lie. Account and password are entered under Settings › Places to send.
notice-policy = The policy file of this computer needs mending, so strict values are used. Settings › Policy shows it. Work goes on as before.

policy-state-build = There is no policy file; the program’s own values hold.
policy-state-signed = This policy is signed by a known key.
policy-state-owned = It is not signed, but only administrators can change this file.
policy-state-named = This file was named by hand, for a trial.
policy-state-missing = There should be a signed policy, but the file is not there.
    .remedy = Every value is strict now. Ask IT to put the policy file back.
policy-state-unsigned = This policy has no signature (policy.toml.sig), so it is not believed.
    .remedy = Every value is strict now. Ask IT to put the signature beside it.
policy-state-forged = What this policy says does not fit its signature, so it is not believed.
    .remedy = Every value is strict now. Somebody may have changed the file: tell IT at once.
policy-state-stranger = This policy is signed by an unknown key, so it is not believed.
    .remedy = Every value is strict now. Somebody may have exchanged the file: tell IT at once.
policy-state-open = Others than administrators can change this file, so it is not believed.
    .remedy = Every value is strict now. Ask IT to mend the owner and the rights of the file and its folder, or to sign the policy.
policy-state-unreadable = The policy file cannot be read.
    .remedy = Every value is strict now. Ask IT to look at the right to read it.
policy-state-older = This policy is older than one that was followed here before (number { $newest }), so it is not believed.
    .remedy = Every value is strict now. Somebody may have put an old file back: please tell IT. If this is the policy that is meant, it has to be signed anew with a serial above { $newest }.
policy-state-misnumbered = The number of this policy (serial) cannot be read, so it may be older than one that was followed here before (number { $newest }). It is not believed.
    .remedy = Every value is strict now. Please tell IT what has to be mended; a signed file is signed anew after that.
policy-state-gone = A policy with the number { $newest } was followed here before, and now there is no policy file.
    .remedy = Every value is strict now. Ask IT to put the policy file back. To use no policy any more, IT puts a file there that says nothing but a serial of { $newest } or more.
policy-faulty = Some lines cannot stand. Please tell IT what is shown below.

policy-why-unknown = { $name }: there is no such name.
policy-why-place = { $name }: this name belongs at the beginning of the file, not below a [table].
policy-why-syntax = { $name }: this line cannot be read as TOML. Look at quotation marks and brackets.
policy-why-backslash = { $name }: a \ cannot stand within double quotation marks. Put a path between single ones.
policy-why-table = { $name }: the [table] above cannot be read, so this value is not used either.
policy-why-twice = { $name }: the same name is there twice.
policy-why-single = { $name }: this table is written with single brackets.
policy-why-many = { $name }: a mailbox is written with double brackets, as [[mailbox]].
policy-why-not-int = { $name }: this must be a whole number without quotation marks.
policy-why-not-bool = { $name }: this must be true or false.
policy-why-not-str = { $name }: this must be text between quotation marks.
policy-why-not-list = { $name }: this must be a list of texts between quotation marks, as ["…"].
policy-why-range = { $name }: this is out of bounds.
policy-why-choice = { $name }: this is none of the values that can be chosen.
policy-why-form = { $name }: it is too long, or has signs that cannot be seen.
policy-why-path = { $name }: a path must be named in full.
policy-why-code = { $name }: a center’s code has letters, digits and hyphens, 32 at most.
policy-why-empty = { $name }: it is empty.
policy-why-recipient = { $name }: this is no recipient that begins with age1pq1….
policy-why-fingerprint = { $name }: this is no fingerprint that begins with SHA256:.
policy-why-url = { $name }: this must begin with https:// or http:// and hold no account or password.
policy-why-alone = { $name }: this cannot be used alone.
policy-why-missing = { $name }: this mailbox needs it.
policy-why-same = { $name }: there is a mailbox of the same name above.
policy-why-encoding = This is no text that was saved as UTF-8.
policy-why-large = It is larger than 64 KiB and was not read.
policy-why-more = { $count ->
    [one] From this line on there is one more thing to mend.
   *[other] From this line on there are { NUMBER($count) } more things to mend.
    }
policy-why-flood = More than { NUMBER($count) } words mean nothing here, so this is not read as a policy and every value is strict. Please see whether another file lies in its place.
policy-meant = Probably meant: { $name }
policy-needs = Needed beside it: { $name }
policy-first = First said in line { $line }
policy-allowed = What can stand here: { $allowed }

policy-group-lock = Screen lock
policy-group-center = Center
policy-group-people = People and roles
policy-group-central = Central desk and recovery
policy-group-places = What may be used
policy-group-updates = Updates
policy-group-keeping = Keeping
policy-group-trust = Library and keys
policy-group-computer = This computer
policy-name-lock-minutes = Locks after, where nobody chose
policy-name-lock-minutes-most = Longest that can be chosen
policy-name-center-role = Kind of workspace
policy-name-center-code = Code of the center
policy-name-center-name = Name of the center
policy-name-roles-allowed = Roles that can be given
policy-name-central-card = File with the central desk’s keys
policy-name-central-fingerprint = Fingerprint of the central desk
policy-name-recovery-recipients = Recipients that can recover new vaults
policy-name-allow-own-places = Mailboxes can be added
policy-name-allow-metered = May send over a metered connection
policy-name-drives-allowed = Names of USB drives that may be used
policy-name-allow-any-place = Vault may lie outside the built-in disk
policy-name-updates = New versions
policy-name-update-source = Where new versions come from
policy-name-log-years-least = The access log at least
policy-name-backup-keep-least = Backups at least
policy-name-library-root = File where trust in the library begins
policy-name-allow-development-root = A library for trials is believed
policy-name-roster-days = How old the list may be for sending
policy-name-answer-renewals = Known laptops renew unasked
policy-name-allow-device-file = A file where there is no keyring
policy-name-argon2-floor-mib = Memory that opening uses at least
policy-name-serial = Number of the policy
policy-name-ballast-mib = Room kept free for a full disk
policy-yes = Yes
policy-no = No
policy-none = None
policy-open = Left open
policy-every-drive = All
policy-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
    }
policy-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
    }
policy-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
    }
policy-mib = { $count } MiB
policy-pieces = { $count }
policy-code-next-start = Used from the next start
policy-code-ask-it = Laid ready, IT installs
policy-code-off = Not fetched
policy-code-center = Center
policy-code-central = Central desk
policy-code-escrow = Second party
policy-code-counselor = Counselor
policy-code-supervisor = Supervisor
policy-code-it = IT
policy-code-auditor = Auditor
policy-central-known = The central desk’s keys were checked and accepted.
policy-central-waiting = The file with the central desk’s keys is there. It is taken the next time this is opened.
policy-central-away = The file with the central desk’s keys is not where the policy says.
policy-central-odd = The file with the central desk’s keys cannot be read.
policy-central-other = The keys in that file do not have the fingerprint of the policy and were not accepted. Please tell IT.
place-closed = IT has set the places to send by.
place-preset = Policy
place-account = Enter account
policy-lock-most = IT has set { NUMBER($minutes) } minutes as the most.
policy-setup-given = IT has set the center.
policy-setup-faults = { $count ->
    [one] The policy file has { $count } thing to mend.
   *[other] The policy file has { $count } things to mend.
    } Ask IT to look at it with ieum policy check.
policy-check-fine = There is nothing to mend.
policy-check-faults = To mend: { $count }
