## Evidence hand-over record

paper-handover-title = Evidence hand-over record
paper-handover-for-receiver = One of two copies: kept by the receiving side
paper-handover-for-center = One of two copies: kept by the giving side
paper-handover-pseudonym = Case (pseudonym)
paper-handover-about = Case number
paper-handover-by = Handed by
paper-handover-to = Received by
paper-handover-purpose = Purpose
paper-handover-on = Handed over on
paper-handover-many = Items
paper-handover-count = { NUMBER($count) }
paper-handover-note = Items are named by their kind and hash only; no title, no content, no picture.
paper-handover-piece = { NUMBER($number) }.
paper-handover-sha256 = SHA-256
paper-handover-pdq = Picture fingerprint (PDQ)
paper-handover-size = Size and type
paper-handover-received = Received on
paper-handover-stamped = Time stamp
paper-handover-store = Kept
paper-handover-medium = Medium number
paper-handover-chain = Chain of custody so far
paper-handover-times = { $count ->
    [one] { NUMBER($count) } time, last { $last }
   *[other] { NUMBER($count) } times, last { $last }
}
paper-handover-to-body = to { $body }
paper-handover-on-medium = medium { $medium }
paper-handover-from-body = from { $body }
paper-handover-unnamed = name not given
paper-handover-compared = Comparing the hashes
paper-handover-compared-how = The hashes of the items are computed again where they are handed over and compared with those above. The result is ticked here.
paper-handover-same = All the same
paper-handover-other = One or more differ
paper-handover-office = Office
paper-handover-moment = Date and time
paper-handover-hand = Signature

## What the preview says

paper-missing-pieces = No item was chosen.
paper-missing-receiver = The person or body that receives is empty.
paper-missing-purpose = The purpose is empty.
paper-missing-hash = Items without a SHA-256, whose hash cannot be compared: { NUMBER($count) }.
paper-missing-medium = Items without a medium number: { NUMBER($count) }.
paper-warning-handed-before = Items that were handed over before: { NUMBER($count) }.
paper-warning-not-agreed = For some items there is no consent for this recipient. Where the law asks for them, a reason has to be written before the paper is issued.
