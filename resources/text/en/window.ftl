### The frame: rail, actions, keys, notices, and the words every screen shares.

product-name = Ieum

## Rail

rail-today = Today
rail-cases = Cases
rail-people = Same person
rail-send = Exchange
rail-papers = Papers
rail-statistics = Statistics
rail-settings = Settings
rail-lock = Lock now
rail-last-sent = Last sent
    { MOMENT($ms) }
rail-stop = Cancel the long work
rail-more-work = { $count } more
rail-with-count = { $name }, { $count }

## Actions (menu, Ctrl+K, F1)

action-today = Today
action-cases = Cases
action-people = Same person
action-send = Exchange
action-settings = Settings
action-new-case = New case
action-find = Find
action-note = Go to the free note
action-consent = Show consent
action-pause = Pause
action-adopt = Copy over what the note mentions
action-known = Unfold what is already known
action-section-next = Next section
action-section-previous = Previous section
action-section-finish = Finish this section
action-question-next = Next question
action-question-previous = Previous question
action-choose = Choose
action-unknown = Not known
action-declined = Does not want to say
action-clear = Clear
action-commands = Find a command
action-keys = Show the keys
action-pane-next = Next pane
action-pane-previous = Previous pane
action-list = Open or close the list
action-side = Open or close the side
action-cover = Cover the screen
action-lock = Lock

keys-title = Keys
keys-go = Going places
keys-work = Working
keys-interview = During an interview
keys-window = Window
commands-find = Type what you want to do

## Shared words

shell-cancel = Cancel
shell-close = Close
shell-back = Back
shell-next = Next
shell-skip = Later
shell-done = Finish
shell-retry = Try again
shell-copy = Copy
shell-print = Print
shell-save-as = Save as a file
shell-choose-folder = Choose a folder
shell-back-to-work = Back to work
shell-tell-it = Tell IT this code: { $code }
shell-copied = Copied. It is taken off the clipboard after 30 seconds.
shell-saved-file = Saved: { $name }
shell-printed = Sent to the printer.
shell-cannot-save = Nothing can be saved there. Choose another place.
shell-progress-bytes = { SIZE($done) } of { SIZE($total) }
shell-progress-count = { $done } of { $total }
shell-working = Working
shell-reveal = Show { $field }
shell-caps-on = Caps Lock is on
shell-keyboard-unknown = Keyboard: shown with the first letter
shell-keyboard-hangul = Keyboard: typing Hangul
shell-keyboard-latin = Keyboard: typing Latin letters

## Our mistakes

crash-title = Something unexpected happened
crash-body = Everything saved so far is safe. If the screen looks wrong, lock with Ctrl+L and open again. The lines below say nothing about a case and may be sent to IT.
crash-stuck = Ieum did not come to its first page. The records are untouched. Please restart in safe mode. If it stays so, look at the computer check-up and give the lines below to IT.
crash-copy = Copy these lines
