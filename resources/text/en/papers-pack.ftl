# A court's pack (papers page)

papers-pack = Pack for a court
papers-pack-under = From opinion to annex, all at once
papers-pack-contents = { $count ->
    [one] { NUMBER($count) } paper is in the pack
   *[other] { NUMBER($count) } papers are in the pack
    }
papers-pack-lead = They are saved together in one new folder. You need not look at each of them.
papers-pack-shared = In several papers: { $said }
papers-pack-index = Names every file with its pages and its hash. It is made when the pack is issued.
papers-pack-reading = Gathering what is in the pack
papers-pack-back = List of the pack
papers-pack-where = { NUMBER($at) } of { NUMBER($count) }
papers-pack-after = Next paper
papers-pack-after-name = Next paper: { $name }
papers-part-missing = { NUMBER($count) } missing
papers-part-warnings = { NUMBER($count) } to look at
papers-part-pages = { $count ->
    [one] { NUMBER($count) } page
   *[other] { NUMBER($count) } pages
    }
papers-part-look = Preview
papers-part-look-name = Preview: { $name }
papers-issue-pack = Issue the pack
papers-more = Further choices
papers-with-room = Leave room for a time stamp
papers-lock-pack = Lock all papers with a passphrase
papers-lock-no-list = A list of addresses (CSV) cannot be locked; where it goes along, the papers are not locked either.
papers-kept = No paper was issued and no number was used. What you entered is still there.
papers-kept-void = The folder went away while saving. { $count ->
    [one] { NUMBER($count) } number stays in the register as void
   *[other] { NUMBER($count) } numbers stay in the register as void
    }; what you entered is still there.
papers-number = Number
papers-pack-issued = { $count ->
    [one] The pack was issued · { NUMBER($count) } paper
   *[other] The pack was issued · { NUMBER($count) } papers
    }
papers-pack-compare = The list of what is submitted has the whole hash of every other file.
papers-print-pack = Print all
papers-print-away = The papers in the folder could not be read, so nothing was printed. Plug the stick in again, or look at the folder.
papers-stamp-on = Go on with the time stamp
