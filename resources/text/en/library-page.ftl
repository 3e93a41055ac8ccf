## Settings · Library

settings-library = Library
library-now = The central desk’s library
library-help = Forms, code lists, sentencing guidelines and cards of organisations that the central desk signs and publishes. It is looked after whenever bundles are sent and received.
library-age = Edition { $edition } · signed { $signed } · valid until { $until }
library-publishing = This computer publishes the library.
library-not-begun = No library has been begun on this computer yet.
library-development = This library is for trying out. Do no real work with what comes from it.
library-new = What came new
library-new-own = Published and not in use here yet
library-new-none = Nothing new came.
library-item = No. { $version } · { $made }
library-see = See what changes
library-take = Use it
library-taken = This is used from now on.
library-from-stick = Look at a file on a stick
library-filter = Signed packs (*.ieum-pack)
library-locked = Your role cannot install. A counselor, a supervisor or the IT officer can.
library-here = Versions here
library-here-help = New interviews begin with the version in use. An interview goes on with the version it began with.
library-version = version { $version }
library-used = In use
library-open = { $count ->
    [one] One interview goes on with this version
   *[other] { NUMBER($count) } interviews go on with this version
    }
library-use = Use this version
library-program = what came with the program
library-use-title = { $title }: use { $version }?
library-use-body-forms = Interviews that begin from now on ask by this version. What has begun and what was answered stays. You can change again at any time.
library-use-body-codes = The answers to choose from are those of this version from now on. Records stay readable. You can change again at any time.
library-used-now = This version is used from now on.
library-installed = Installed. Interviews that began go on as they are.
library-places = Where the library is looked for
library-places-none = There is no place yet. Add a folder or a stick under “Places” and the library can be looked for there.
library-looked = Looked at { $at }
library-look = Look now
library-lay = Lay it here
library-laid = { $count ->
    [0] The library there is the same already.
    [one] One file was laid there.
   *[other] { NUMBER($count) } files were laid there.
    }
library-trouble = Please look
library-going = Looking at the library
library-all = Everything in the library
library-more = and { NUMBER($count) } more

library-report = { $title }, version { $version }
library-report-by = { $who } · { $made }
library-report-fits = Can be installed
library-report-same = Here already
library-report-older = Older
library-report-other = Something else
library-report-nothing = Questions and answers are the same as now.
library-report-less = What becomes less
library-report-more = What becomes more
library-report-other-title = What becomes different
library-report-mind = To keep in mind
library-report-keeps = Drafts and paused interviews go on with the version they began with. Only interviews that begin anew ask by this one.
library-install = Install

library-found-title = Begin a library
library-found-help = Three root keys are made and kept by three people. Two of them are needed to change who may publish. The three files go to three safes; none stays on this computer.
library-found = Begin the library
library-found-yes = Make three keys
library-found-sheet = Three people choose their passphrases in turn, twelve characters or more each. The three files are saved next.
library-keeper = Passphrase of keeper { $number }
library-publish-title = Publish
library-publish-help = A file that you choose is checked and signed. It reaches the others once it is laid at a place below. Where it was laid once, later editions are laid whenever bundles are sent and received.
library-publish-forms = Publish a form
library-publish-codes = Publish code lists
library-publish-guidelines = Publish a guideline
library-publish-roster = Publish a card
library-publish-apps = Publish the program
library-publish-none = Nothing is published yet.
library-published = Published. It reaches the others once it is laid at a place.
library-filter-forms = Forms (*.form.json *.ieum-pack)
library-filter-codes = Code lists (*.json *.ieum-pack)
library-filter-guidelines = Guidelines (*.ieum-guideline)
library-filter-roster = Cards of organisations (*)
library-filter-apps = Builds of the program (*.zst *.deb *.msi)
library-filter-root = Root keys (*.ieum-root-key)
library-withdraw = Take out
library-withdraw-title = Take { $name } out of the library?
library-withdraw-body = It is listed no more. Where it is installed it is used on, and files that were laid may stay.
library-withdrawn = Taken out.
library-care-help = Signatures are valid for 180 days. Sign anew and lay it before that.
library-renew = Sign anew
library-renewed = Signed anew. It reaches the others once it is laid at a place.
library-rotate = Change the keys that publish
library-rotate-sheet = Two of the three root keys and their passphrases are needed. What the former keys signed counts for nothing from then on.
library-rotate-yes = Change the keys
library-rotated = The keys were changed. It reaches the others once it is laid at a place.
library-key-file = Root key file { $number }
library-choose = Choose a file
library-no-file = None chosen
library-root = Save the root for builds
