## Both ways over a stick

stick-both-ways = Exchange over a stick
stick-title = Plug in
stick-hint = Plug in the stick and choose it. What came and what leaves go in one way.
stick-none = No stick is plugged in. It appears here once it is.
stick-other = Choose another folder
stick-mailbox = Mailbox folder
stick-line = { $name } · { SIZE($free) } free of { SIZE($total) }
stick-picked = Chosen folder: { $place }
stick-not-offered = Drives that cannot be used here
stick-refused = { $name } · { $why }
stick-own-disk = This computer’s disk
stick-why = { $why ->
    [system] this computer runs from it
    [network] a network drive: add it under Settings › Places to send
    [optical] nothing can be written to a disc (CD, DVD)
   *[locked] it is locked for writing: unlock it and plug it in again
    }

stick-what = What comes and goes
stick-what-hint = Nothing has been moved yet. It begins once you have seen this.
stick-looking = Looking at the stick
stick-fresh = { $count ->
    [one] One new bundle
   *[other] { $count } new bundles
    } for us · { SIZE($size) }
stick-nothing-came = There is no new bundle for us.
stick-had = { $count ->
    [one] One bundle that came before is
   *[other] { $count } bundles that came before are
    } not taken again.
stick-strangers = { $count ->
    [one] One other file or folder lies
   *[other] { $count } other files or folders lie
    } in the mailbox folder. They are left as they are.
stick-goes = Going out
stick-new = First sending on this stick. Choose an addressee to see what leaves and what stays.
stick-known = This stick was used on { MOMENT($ms) }. Whoever was chosen then is chosen now.
stick-only-in = With no addressee chosen, bundles are only taken in.
stick-waiting = { $count ->
    [one] One bundle sealed before and still without a receipt is
   *[other] { $count } bundles sealed before and still without receipts are
    } left on this stick too.
stick-go = Exchange
stick-go-in = Only take in

stick-carry = Move and check
stick-carry-hint = What came is checked for signature and addressee; what is left there is read back and compared. Cancel, and nothing of this way stays on the stick.
stick-do-not-pull = Please do not pull “{ $place }” yet.
stick-carrying = Exchanging
stick-carried = Everything was moved and checked.
stick-again = Go on
stick-stop-here = Stop here and take it out
stick-cancelled = Cancelled. Nothing of this way stays on the stick. Bundles that came and were checked are on this computer.
stick-away = “{ $place }” was pulled or cannot be read. Nothing is lost.
stick-pulled = Plug the stick in again and press “Go on”. What was moved whole is not moved again, and nobody sees what was moved half.

stick-result = What came and went
stick-nothing-done = The exchange was not finished. What lies on the stick has not been checked yet.
stick-left = { $count ->
    [one] One bundle
   *[other] { $count } bundles
    } left on the stick
stick-left-facts = { $name } · { SIZE($size) }
stick-read-back = Read back from the stick: it is just as it was sealed.
stick-there-before = It lay there already. Read back: it is just as it was sealed.
stick-held = { $count ->
    [one] One bundle was
   *[other] { $count } bundles were
    } not left: consent was taken back meanwhile.
stick-slip-hint = The slip has the bundle’s number and nothing of a case. Hand it over with the stick.
stick-slip-print = Print slip
stick-slip-save = Save slip

stick-out = Take it out safely
stick-out-hint = Pull it once this page says that you may. Finishing locks the screen.
stick-letting-go = Writing what is left. Please do not pull it yet.
stick-out-again = Try again
stick-out-now = You may pull “{ $place }” now.
stick-out-now-how = Everything is written, and this computer no longer uses the stick.
stick-out-stays = There is nothing to take out.
stick-out-stays-how = The folder “{ $place }” lies on a disk of this computer or of the network.
stick-out-busy = Please do not pull it yet. Another program uses “{ $place }”.
stick-out-busy-how = Close the windows that show its files or folders, then try again. Everything that was moved is written.
stick-out-hand = Please do not pull it yet. On this computer the program cannot let a stick go.
stick-out-hand-how = { $system ->
    [windows] Press the icon “Safely Remove Hardware” at the lower right of the screen and choose “{ $place }”. This page sees when it is out.
    [mac] Press the eject icon (⏏) beside “{ $place }” in the Finder. This page sees when it is out.
   *[linux] Press the eject icon (⏏) beside “{ $place }” in the file manager. This page sees when it is out.
    }
