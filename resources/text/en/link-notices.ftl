### What link notices and profiles say.

next-notice-match = { $number } · { $center } has records of somebody confirmed to be the same person. Look at the notice.
next-notice-reply = { $number } · { $center } replied to the request for joint work
next-notice-recalled = { $number } · The link notice with { $center } was recalled. Acknowledge it.
next-notice-objection = { $center } thinks it is somebody else. Look at the decision again.

profile-left-destroyed = One case was destroyed on { $day } and is no longer counted
profile-left-withdrawn = One case left on { $day } because consent was taken back

progress-telling = Looking through the link notices

send-notices = { $count ->
    [one] { $count } link notice goes
   *[other] { $count } link notices go
    } with it.
