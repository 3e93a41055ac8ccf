### People and suspects.

case-suspects = Suspects
persons-undo = Undo
persons-save = Save
persons-saved = Changed.
persons-edit = Change
persons-add = Add
persons-remove = Remove
persons-removed = Removed.
persons-of = { $name }: { $what }
persons-somebody = suspect
persons-nameless = Name unknown
persons-nameless-at = Suspect { $at }

## People

persons-of-case = People
persons-person-add = Add a person
persons-person-new = Add a person
persons-person-edit = Change a person
persons-person-role = Role
persons-person-added = The person was added.
persons-own-accounts = Own accounts
persons-remark = Remark
persons-edit-person = Change { $name } ({ $at })
persons-same-as = The same person as { $name } of { $number }.
persons-picked = Noted as the same person as in { $number }. Nothing was moved.
persons-similar = { $count ->
    [one] One similar person
   *[other] { $count } similar people
    }
persons-similar-hint = Whether it is the same person is for you to decide. If not, simply save.
persons-similar-this = It is this person
persons-similar-name = It is this person: { $who }
similar-name = same name
similar-alias = same alias
similar-name-near = similar name
similar-initials = same initial consonants
similar-phone = same phone number
similar-phone-part = part of the phone number
similar-account = same account

## Suspects

persons-none = Nobody is noted yet. Paste one number or account you know to begin.
persons-suspect-add = Add a suspect
persons-suspect-new = Add a suspect
persons-suspect-edit = Change a suspect
persons-suspect-added = The suspect was added.
persons-remove-suspect = Remove this suspect
persons-part = Part played
persons-stage = Stage
persons-stage-hint = Until a paper of the police or a court says otherwise, nobody is more than suspected.
persons-features = Features observed
persons-method = Method
persons-threat = What was threatened
persons-seen-when = Seen
persons-seen-from = from { $day }
persons-seen-to = until { $day }
persons-seen-span = { $first } – { $last }
persons-day-hint = As far as it is known: 2024, March 2024, yesterday.
persons-no-day = This cannot be read as a date. Please write it like March 2024.
persons-first-seen = First seen
persons-last-seen = Last seen
persons-seen = Seen this person before
persons-seen-short = Seen before
persons-seen-hint = If you have seen this person in another case or in material, write down what makes you think so. Nothing is connected before two people have confirmed it.
persons-seen-words = What was seen
persons-seen-kept = Noted that this person was seen before.
persons-seen-by = { $who }, { $time }

## Identifiers

persons-clues = Identifiers
persons-no-clues = None yet.
persons-clue-add-to = Add an identifier of { $name }
persons-clue-hint = Paste a number or account
persons-clue-kind = Kind of identifier of { $name }
persons-clue-site = Site of { $name }
persons-clue-site-hint = Which site the account belongs to (such as tube-a.example)
persons-kind-guess = Guess the kind
persons-kind = Kind
persons-role = Whose it is
persons-role-hint = An account of the victim's own is put with their own accounts and compared with nobody.
persons-site = Site
persons-shared-ask = Who uses it
persons-shared-no = One person
persons-shared-yes = Several people (a borrowed account, a public number)
persons-shared-why = What makes you think so
persons-said-by = Who told it
persons-source-words = The words it comes from
persons-clue-added = The identifier was added.
persons-clue-edit = Change an identifier
persons-edit-clue = Change { $kind } { $value } ({ $at })
persons-removed-mistake = Noted by mistake
persons-removed-twice = Noted twice
persons-removed-not-theirs = Not this person's
persons-shown-as = Compared as: { $value }
persons-source = “{ $words }”
persons-strength-strong = strong clue
persons-strength-medium = medium clue
persons-strength-weak = weak clue
persons-shared = Shared value
persons-from = from { $number }
persons-others = { $count ->
    [one] also in one other case
   *[other] also in { $count } other cases
    }
persons-here-already = This value is in this case already, perhaps in another spelling.
persons-alike-here = A value with similar letters is in this case. Please look again.
persons-near = Another case has a value that differs by one letter. Please look for a typing error. Nothing is connected.
persons-alike = Similar letters: { $value }. It is not the same value.
persons-too-long = This is too long. Please add one at a time, within 2,000 letters.
persons-number-masked = A resident number stood here; its second half was masked and is not kept.
persons-own = The victim's own accounts
persons-own-hint = These are the victim's. They are compared with nobody's.
persons-loose = Identifiers of nobody yet
persons-loose-hint = Whose they are is not decided, or the suspect was removed.

## The same person

persons-join = Join as the same person
persons-join-short = Join
persons-join-hint = No record is moved or changed. They can be parted again at any time.
persons-join-reason = What makes you think so
persons-join-here = Others in this case
persons-join-find = Find in another case
persons-join-find-hint = Nickname, account, part of a number, initial consonants
persons-quiet = An interview is going on, so other cases are not searched. You can search once it is finished or paused.
persons-join-nothing = Nobody was found.
persons-join-this = The same person
persons-join-name = The same person: { $name }
persons-joined = Joined as the same person.
persons-joined-here = The same person as { $name } in this case
persons-joined-with = The same person as { $name } of { $number }
persons-joined-nameless = The same person as in { $number }
persons-part-again = Part
persons-part-name = Part: { $name }
persons-parted = Parted. Everything is as it was before.
persons-contradicted = It was decided that these are the same person, and also that they are not. Please check.

## About a value

clue-masked = This value is masked. It can be searched for and is not compared.
clue-placeholder = An example, or used by many; it is not compared.
clue-odd-number = The number has an unusual length. You may leave it so.
clue-odd-mail = This does not look like an e-mail address. You may leave it so.
clue-odd-account = The account has an unusual length. You may leave it so.
clue-no-bank = Please add the bank if it is known.
clue-odd-account-name = This does not look like a name of this service. You may leave it so.
clue-odd-link = This does not look like such a link. You may leave it so.
clue-odd-wallet = This does not look like a wallet. You may leave it so.
clue-checksum = The checksum of the wallet does not fit. Please look for a typing error.
clue-odd-ip = This does not look like an IP address. You may leave it so.
clue-private-ip = A private address used by many; it is not compared.
clue-odd-plate = This does not look like a number plate. You may leave it so.
clue-odd-hash = This is not a hash. You may leave it so.
clue-needs-site = It can be compared only when the site is known.
clue-english-keys = Read as Korean typed on English keys.
