### The picture of who hangs together.

graph-title = Connections
graph-picture = Picture of connections. Arrow keys move, Enter opens.
graph-table = Table with the same content as the picture
graph-truth = The table counts; the picture explains. Dotted lines are not confirmed.
graph-no-profiles = Nobody is confirmed in more than one case yet. A picture can be opened from a candidate, or from a suspect of a case.
graph-choose = Whose picture
graph-other = Somebody else
graph-nobody = Choose whose picture to see. It can also be opened from a candidate or from a suspect of a case.
graph-quiet = An interview is going on, so nothing is shown. Open this again when it is over.
graph-open = Open record
graph-depth = How far to look
graph-depth-1 = Near
graph-depth-2 = One step more
graph-filter = Lines to show
graph-every-line = Every line
graph-left-out =
    { $count ->
        [one] One more is not drawn: there is no room for it.
       *[other] { $count } more are not drawn: there is no room for them.
    }
graph-alone = Connected with nothing
graph-column-kind = Kind
graph-column-label = Label
graph-column-other = Connected with
graph-column-why = Why
graph-node-case = Case
graph-node-profile = Same person
graph-node-suspect = Suspect
graph-node-mark = Identifier
graph-node-name = { $kind } { $label }, lines: { $count }
graph-line-of-case = Noted in the case
graph-line-has-mark = Identifier
graph-line-same-person = Judged the same person
graph-line-same-network = Same network
graph-line-same-material = Same material
graph-line-candidate = Not confirmed yet
graph-key-walk = move
graph-key-open = open record
graph-key-leave = to the table
graph-person = { $cases ->
    [one] { $cases } case
   *[other] { $cases } cases
    }
graph-suspect = Suspect
graph-row = { $kind } { $label } — { $other }: { $why }
graph-row-alone = { $kind } { $label } — { $other }
graph-line-noted = Noted
graph-shared = used by many
graph-waits = waits for a second person
graph-from-suspect = Show picture
