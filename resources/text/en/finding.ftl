### Finding again, undo, histories

action-look-through = Search every record
action-undo = Undo
action-redo = Redo

undo-undone = Undone: { $deed }
undo-redone = Done again: { $deed }
undo-redo = Redo
undo-nothing = There is nothing to undo.
undo-nothing-again = There is nothing to do again.

finder-recent = Opened last
finder-more = More filters
finder-title = More filters
finder-state = State
finder-route = Route
finder-counselor = Counselor
finder-since = Registered since
finder-until = Registered until
finder-day-help = A year, a month or a day.
finder-any = All
finder-show = Show these
finder-reset = No filter
finder-name = Name of this filter
finder-name-help = With a name it is saved for the next time.
finder-saved = Saved filters
finder-drop = Remove
finder-drop-name = Remove the saved filter { $name }
finder-use-name = Use the saved filter { $name }

found-title = Search every record
found-search = Words, an account, a number, a part of an address
found-hint = Looks through notes and answers, accounts and numbers, addresses of posts. From two letters on.
found-none = No record holds these words.
found-count = { $count } found.
found-most = The first { $count } are shown. More words make them fewer.
found-list = Records found
found-where = { $kind } · { $number }

history-title = History of the record
history-open = History
history-none = Nothing was noted.
history-now = Stands now
history-blank = Blank
history-secret = A key is never shown
history-yes = Yes
history-no = No
history-line = { $who } · { $time } · { $deed }

## The whole case

whole-title = The whole case
whole-open = Open
whole-open-name = Open the joined case { $name }
whole-join = Join to another case
whole-join-body = For somebody who came anonymously and comes again with a name, or who has another case here. No record is moved, and they can be parted again at any time.
whole-join-question = This case is noted to continue in { $name }, and is closed. That it is the same person has to be known to you.
whole-join-yes = Join
whole-joined = The two cases are joined.
whole-part = Part again
whole-parted = The two cases stand by themselves again.
whole-erase = Destroy
