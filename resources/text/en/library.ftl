### The library: cards, forms, code lists and guidelines the central desk publishes for every center

progress-library = Looking at the library
library-kind-roster = Card of an organisation
library-kind-forms = Form
library-kind-codes = Code list
library-kind-guidelines = Sentencing guideline
library-kind-apps = Program
library-kind-other = A kind this version does not know
notice-library-expired = The central desk’s library is past its end. What came is used on, and neither intake nor recording is held up.
notice-library-old = The central desk’s library is too old, so no bundle is sealed to others. Intake and recording go on.
library-item-here = Here
library-item-missing = Not here yet
library-item-used = In use
library-item-there = Fetched when needed
library-place-never = Not looked at yet.
library-place-new = New items came.
library-place-same = The same as what is here.
library-place-older = Nothing new. The library there is older than what is here.
library-place-expired = The library there is past its end. What is here is used on.
library-place-none = There is no library there.
library-place-trouble = The library there is not what the central desk signed. Nothing of it was used; what is here is used on.
library-place-remedy = Tell the central desk or your IT officer, and get the library again. Intake and recording go on.
library-place-laid = This computer laid its library there.
library-state-none = The central desk's library has not been received yet.
library-state-fresh = The central desk's library is valid.
library-state-expired = The library is past its end. What came is used on, and neither intake nor recording is held up. Please look at the computer's date too.
library-state-old = The library is more than { $days } days old, so no bundle is sealed to others. Intake and recording go on.
library-news-new = { $count ->
    [0] A new signature came. No item changed.
    [one] One new item came.
   *[other] { $count } new items came.
    }
library-news-same = { $count ->
    [0] It is the same as what is here.
    [one] One item that was missing came.
   *[other] { $count } items that were missing came.
    }
library-news-older = Nothing new. The library there is older than what is here.
library-news-expired = The library there is past its end. What is here is used on. Please look at the computer's date too.
library-news-none = There is no library there.
library-set-aside = { $name }: not what was signed, so it was not used.

err-library-refused = { $why ->
    [old] What the central desk signed is more than { $days } days old, so no bundle was sealed to others. Recording and intake go on.
    [behind] That place holds a later library than this computer, so nothing was overwritten. This vault may be an older copy.
    [not-central] Publishing to the library is done at the central desk.
    [not-founded] There is no library on this computer yet.
    [founded] There is a library already.
    [publishes] This computer publishes the library; it does not read it.
    [passphrase] The passphrase of a key file has twelve characters or more.
    [signer] No enrolled central desk began this library. Nothing of it was used.
    [missing] This is not here yet.
    [kind] This version of the program cannot use this kind yet. What came is kept.
    [too-large] The file is too large to publish.
    [away] That file cannot be opened.
    [pack-older] Version { $version } is older than { $now }, which is in use, so it was not installed.
    [pack-other] Something else is here already under version { $version }, so it was not installed.
    [pack-signature] The signature does not fit, or nobody could have signed at that time, so it was not installed.
    [pack-signer] No central desk enrolled here signed it, so it was not installed.
    [pack-card] Choose the card of a form (.form.json); its other files lie beside it.
    [root-file] The root file where trust in the library begins cannot be read. Nothing was used.
    [root-development] This root is for trying out and was not used: the policy of this computer does not allow it.
   *[name] Nothing can be published under this name or kind.
    }
    .remedy = { $why ->
    [old] Get the library again from a stick or place that holds the central desk's newest.
    [behind] Restore the newest backup, then try again.
    [missing] Get the library again from a place that holds it.
    [pack-older] To go back to a former version, choose it under “Versions here” in the library.
    [pack-signer] Enrol the organisation’s card and compare the fingerprints first, then try again.
    [name] Rename the file with lower-case letters, digits, dots and hyphens.
   *[other] Ask the central desk or your IT officer.
    }
