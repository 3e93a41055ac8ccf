### What the desk says: states, next steps, and the reasons of sending and receiving.

strength-weak = Easily guessed. Please add more words.
strength-fair = Usable. One more word makes it safer.
strength-good = Good.
strength-strong = Very good.

answer-state-ok = Answered
answer-state-unk = Unknown
answer-state-notasked = Not yet asked
answer-state-declined = Declined

case-state-received = Registered
case-state-counselling = Counselling
case-state-deleting = Deletion support
case-state-monitoring = Monitoring
case-state-aftercare = Aftercare
case-state-closed = Closed
case-state-reopened = Reopened
case-state-handed_over = Handed over

pill-minor = Minor
pill-record-agreed = Recording agreed
pill-record-refused = Not recorded
pill-record-withdrawn = Recording withdrawn
pill-record-undecided = Recording not yet asked
pill-central-agreed = Sharing agreed
pill-central-refused = Not shared
pill-central-withdrawn = Sharing withdrawn
pill-central-undecided = Sharing not yet asked

next-task = { $words }
next-contact = { $alias } · the agreed day of contact
next-ask-central = { $number } · sharing with the central desk was not asked yet
next-duty-to-report = A minor's case. Please note the date of the report, or the reason there is none, under { $basis ->
    [ART34_COUNSEL] Art. 34(2) of the youth protection act (counselling center)
    [ART34_OTHER] Art. 34(2) of the youth protection act
   *[ART9_MINORS] Art. 9(1) of the sexual violence prevention act
  }.

found-handle = Account
found-email = E-mail
found-kakao-openchat = Open-chat link
found-telegram = Telegram
found-telegram-id = Telegram numeric id
found-telegram-invite = Telegram invite link
found-instagram = Instagram
found-twitter = X (Twitter)
found-url = Address
found-phone = Phone number
found-date = Date
found-ip = IP address
found-bank = Bank account

deed-begin-case = Case registered
deed-change-case = Case details changed
deed-consent = Consent asked
deed-withdraw = Consent withdrawn
deed-begin-interview = Interview begun
deed-answer = Answer
deed-note = Free note
deed-adopt = Taken over from the note
deed-pause = Paused
deed-resume = Continued
deed-finish = Interview finished
deed-add = Added
deed-change = Changed
deed-retract = Withdrawn
deed-settle = Differing records settled
deed-undo = Undone
deed-plan = Plan
deed-attach = Evidence attached
deed-handover = Handed over
deed-link = Linked
deed-unlink = Link removed
deed-import = Imported
deed-paper = Document made
deed-send = Sent
deed-enrol = Keys enrolled
deed-erase = Destroyed
deed-fix-clock = Clock corrected
deed-merge = Joined as one person
deed-unmerge = Parted again
deed-request = Deletion request
deed-result = Result noted
deed-check = Checked
deed-custody = Evidence handled
deed-refer = Referral
deed-court = Investigation or trial
deed-hold = Legal hold
deed-grant = Access right changed
deed-break-glass = Break-glass access
deed-review = Review
deed-recall = Recall asked
deed-confirm = Second confirmation
deed-notify = Told a center
deed-answer-notice = Answered a notice
deed-joint = Joint work
deed-share-mark = Marked as used by many

plan-new = New records
plan-unacknowledged = No receipt yet
plan-agreed = Agreed
plan-own-center = A laptop of this center
plan-center-record = Records of the center
plan-refused = Sharing was not agreed
plan-withdrawn = Sharing was withdrawn
plan-undecided = Sharing was not asked yet
plan-notices-only = Other centers get link notices only
plan-record-refused = Recording was not agreed
plan-record-withdrawn = Recording was withdrawn
plan-match-only = Match-only was agreed
plan-guardian-missing = Under 14 without the consent of a legal guardian

sent-made = Made, not carried over yet
sent-delivered = Carried over, waiting for the receipt
sent-acked = Receipt came home
sent-refused = Not accepted by the receiver

received-merged = Verified and merged
received-answered = Receipt received
received-refused = Not accepted, set aside
received-waiting = Waits for a newer version
received-partly = Taken in, in part
received-damaged = The copy is not whole
received-own = Sent by us

verify-vault = { $pages ->
    [0] Every page of the vault is as it was written ({ SIZE($size) })
   *[other] { $pages } pages of the vault differ from what was written
  }
verify-ledger = { $problems ->
    [0] Every signature and link of the record fits
   *[other] { $problems } signatures or links of the record do not fit
  }
verify-parked = Records waiting for a newer version: { $count }
notice-key-file-copy-used = One copy of the key file was damaged; the other was used and the copy mended.
notice-key-file-altered = The key file was changed outside this program. Please tell IT.
notice-key-file-older = The key file had been put back from an older day; a passphrase or code changed since may not work.
notice-low-disk = Less than 1 GB is free on the disk. The records are safe. Please make room.
