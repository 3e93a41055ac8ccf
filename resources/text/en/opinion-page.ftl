### The page of the second opinion.

second-title = Second opinion
second-run = Compare again
second-list = Pairs seen differently
second-told = { $time } · { $engine } · { $count ->
    [one] one suspect compared
   *[other] { $count } suspects compared
    } · { $both ->
    [one] one pair both take for one
   *[other] { $both } pairs both take for one
    }
second-more = { $count ->
    [one] There is one more pair.
   *[other] There are { $count } more pairs.
    }
second-none = No pair is seen differently.
second-never = Nothing has been compared yet.
second-what = Compares all suspects again in another way and shows only the pairs that it sees differently. It links nothing and proposes nothing.
second-pick = Choose one on the left to see how each way sees it.
second-short-unproposed = Only the other way takes them for one
second-short-unlikely = Only here they are taken for one
second-ours = Here
second-ours-unproposed = Nothing is proposed.
second-ours-unlikely = People decided that they are one person.
second-theirs = The other way
second-theirs-unproposed = Takes them for one person.
second-theirs-unlikely = Does not take them for one person.
second-hint = Which is right is for a person to decide, by looking at the reasons.
second-open = Look side by side
second-done = { $count ->
    [0] Compared again. No pair is seen differently.
    [one] Compared again. One pair is seen differently.
   *[other] Compared again. { $count } pairs are seen differently.
 }
second-stopped = Stopped. The opinion before is still there.
second-not-installed = This computer lacks the extra part that a second opinion needs. Everything else works without it.
second-not-yours = Only the central desk can see the second opinion.
