### Updates: versions that were fetched, the one of the next start, the one to go back to

progress-update = Getting the new version ready
update-state-source = This program runs from its source. It has nothing to update.
update-state-off = This computer takes no updates.
update-state-current = This is the newest version that is known.
update-state-available = Version { $version } is in the library.
update-state-ready = Version { $version } is ready. It is used from the next start of the program on.
update-state-package = Version { $version } was fetched. IT installs it.
update-state-left = Version { $version } is not being used. You are working with the one before it.
update-state-back = You went back from version { $version } to the one before it.
update-next-available = It can be fetched from a place or stick that holds the library. Work goes on meanwhile.
update-next-ready = Simply go on with what you are doing. The present version is kept.
update-next-package = Please copy the line and pass it on to IT. Until it is installed you can go on with the present version.
update-next-left = The records are safe. Please tell IT; to try it once more, press “Try again”.
update-next-back = To use the newer one again, press “Try again”. It is used from the next start on.
update-next-off = That is IT’s policy. IT installs new versions.
next-update-ready = Version { $version } is ready. It is used from the next start of the program on.
next-update-package = Version { $version } was fetched. Please ask IT to install it.
next-update-left = Version { $version } could not be used; you are working with the one before it. The records are safe.
update-untrusted = The version there is not what was signed and was not used. The version in use and the records are untouched.
update-untrusted-next = Leave that stick or place as it is, and tell IT or the central desk. Work can go on.
update-policy-next-start = New versions are fetched by themselves and used from the next start on.
update-policy-ask-it = New versions are fetched; IT installs them.
update-policy-off = New versions are not fetched.
update-line-running = in use now
update-line-waiting = used from the next start on
update-line-package = waits to be installed
update-line-kept = kept to go back to
update-line-left = not used
update-line-there = in the library
update-line-older = older than the present one
update-left-start = not used: it did not start twice
update-left-altered = not used: its files are not what was signed
update-left-room = stepped aside once: no room for a copy of the records
update-left-person = not used: somebody went back to the one before it

err-no-room-to-upgrade = Before a new version changes the records it copies them, and there is no room for the copy. The records are untouched and safe.
    .remedy = { $former ->
    [none] Please make room on the disk and open again. Tell IT.
   *[other] Close the program and start it: version { $former } works at once. Once there is { SIZE($needed) } of room, the start after that uses the new version.
    }

err-update-refused = { $why ->
    [source] A program that runs from its source is not updated.
    [off] This computer’s policy takes no updates.
    [none] The library has no version for this computer.
    [same] The library’s version { $version } is in use already.
    [older] The library’s version { $version } is older than { $now }, which is in use; it was not fetched.
    [form] The library has version { $version } in no form that this computer’s policy can use.
    [expired] The library is past its end; no new version was fetched.
    [place-expired] The library at that place is past its end; no new version was fetched.
    [place-older] The library at that place is older than what is known already; nothing was fetched.
    [place-none] There is no library at that place.
    [source-place] This computer’s policy takes updates only from one named place.
    [noexec] This computer lets no program run from a person’s own folder.
    [records] Version { $version } could not open the records as they are now; nothing was changed.
    [no-former] There is no former version to go back to. The installed version is in use.
   *[nothing] No version is waiting or left.
    }
    .remedy = { $why ->
    [expired] Look at the computer’s date, and fetch again from a stick or place with the central desk’s new library.
    [place-expired] Look at the computer’s date, and fetch again from a stick or place with the central desk’s new library.
    [place-older] Use a stick that was filled later. The version in use and the records are untouched.
    [noexec] IT updates by a package. Until then you can go on with the present version.
    [records] The new version opens the records safely. If something is wrong, please tell IT.
    [form] Please tell IT. Until then you can go on with the present version.
    [off] IT installs new versions.
   *[other] You can go on with the present version.
    }

# Settings › Updates
settings-updates = Updates
update-running = In use: { $running } · installed: { $installed }
update-policy = This computer’s policy: { $policy }
update-copy = Copy the line
update-copied = Copied.
update-from-stick = Fetch from a stick or folder
update-own = Get this computer’s own new version ready
update-again = Try again
update-back = Go back to the former version
update-back-title = Use version { $version } from the next start on?
update-back-body = Version { $running } is kept; “Try again” brings it back at any time. The records stay as they are.
update-drop = Put the prepared version away
update-places = Fetch from a place
update-places-help = New versions are looked for whenever bundles are sent and received. Press to look now; work goes on meanwhile.
update-places-none = There is no place. A stick or folder will do.
update-look = Look now
update-looked = looked at { $at }
update-versions = Known versions
update-made = { $made } · { $size }
