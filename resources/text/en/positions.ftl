## Frozen figures counted again
again-same = Counted again, it is the same: value, rows and people are those that were frozen.
again-other-rule = It was counted by another edition of the rule ({ $rule }), which this version does not count by.
again-no-position = The position of this figure is not kept on this computer, so it cannot be counted again.
again-gone = { $count ->
    [one] One of the entries read then was destroyed since, or is
   *[other] { $count } of the entries read then were destroyed since, or are
    } not on this computer.
again-late = { $count ->
    [one] One entry that was missing then has
   *[other] { $count } entries that were missing then have
    } arrived in the same place.
again-copied = Entries of a copied computer lie in the same place, so what was known then cannot be told apart.
again-otherwise = Every entry of that time is here, but this version reads them differently.
again-left = Counted from what is left, it is { $value }.
again-value-same = The value is the same, but its rows or people differ.
progress-counting-again = Reading again what had been said
