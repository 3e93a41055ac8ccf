### Match-only: states, troubles, what to do

next-escrow-found = { $number } · Match-only: it matches another report. Look at the notice.
next-escrow-match = { NUMBER($count) ->
    [one] Match-only: one match is there.
   *[other] Match-only: { NUMBER($count) } matches are there.
    } Please call the centers first.

escrow-state-off = Not done
escrow-state-no-party = Getting ready
escrow-state-waiting = Waiting its turn
escrow-state-asked = Asked
escrow-state-filed = Sealed
escrow-state-found = Match told
escrow-state-withdrawn = Taken back

escrow-says-off = Match-only was not agreed to, so nothing is sent.
escrow-says-no-party = This year’s keys of the central desk and the second party have not arrived yet. It begins by itself when they do.
escrow-says-waiting = It is asked with the next exchange. What is more than a day’s share goes on the next day.
escrow-says-asked = It was asked blindly; both parties’ answers are awaited.
escrow-says-filed = It lies sealed at the central desk. Nobody can open it before somebody else names the same person.
escrow-says-found = It was told that another report matches. Please ask her first; only if she agrees it goes on.
escrow-says-withdrawn = The agreement was taken back; the central desk is told to destroy what lies sealed.

escrow-trouble-other-key = { $party } sent another key for this year. Only the first one is used. Please call them.
escrow-trouble-keys-differ = The keys of the two parties do not fit each other, so match-only has stopped. Please call both.
escrow-trouble-bad-proof = An answer of { $party } did not fit its key. It was not used and was asked again.
escrow-trouble-set-back = { $party } answers with a half of the key it gave up before, as after a backup was put back. Nothing can be matched until the two fit again. Please call them.
escrow-trouble-several = More than one central desk or second party is known here, so match-only is not done.
escrow-trouble-other-laptop = Match-only is done on the first laptop of this organisation.
escrow-trouble-no-contact = No counselor is named whom the central desk could call. It can call only where one is named.
escrow-trouble-counted-more = A party counted more than this center asked. Please call the central desk.
escrow-trouble-rests = Nothing more is asked today; it goes on tomorrow.

access-act-escrow-tell = Telling centers of a match
